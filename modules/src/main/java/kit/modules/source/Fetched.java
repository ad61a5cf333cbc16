package kit.modules.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.query.Checksum.Algorithm;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What a URL gives right now, as the host sees it; nothing is stored.
 *
 * @param download what to fetch
 * @param by with which program
 * @param algorithm how to compute its checksum; empty for the text itself, 1 MB of it at most
 */
record Fetched(Download download, Downloader by, Optional<Algorithm> algorithm)
    implements Query<Fetched.Answer> {

  /**
   * What came.
   *
   * @param text the checksum or the text; empty if nothing came
   * @param problem why nothing came; empty if something did
   */
  record Answer(String text, String problem) {}

  private static final int LIMIT = 1024 * 1024;

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Answer> probe(List<Query<Answer>> batch) {
    String reader = algorithm.map(Sum::command).orElse("head -c " + LIMIT);
    String script =
        "(\n"
            + download.function(by)
            // a pipe tells only how its end fared
            + "{ kit_get || echo \"kit_failed $?\" >&2; } | "
            + reader
            + "\n)\n";
    return new Probe<>(script, output -> List.of(read(output)));
  }

  private Answer read(Output output) {
    String errors = output.errors();
    int failed = errors.lastIndexOf("kit_failed ");
    if (failed >= 0) {
      String said = errors.substring(0, failed).strip();
      String status = errors.substring(failed + "kit_failed ".length()).strip();
      return new Answer("", said.isEmpty() ? by.word() + " ended with " + status : said);
    }
    String text = new String(output.out(), StandardCharsets.UTF_8);
    return new Answer(algorithm.isPresent() ? text.split(" ")[0].strip() : text, "");
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.ANYTHING); // the host's network, proxies, certificates
  }
}
