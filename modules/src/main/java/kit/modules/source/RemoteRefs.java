package kit.modules.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * The branches and tags that a repository has right now, as the host sees it.
 *
 * @param url where it is
 * @param environment sh that prepares git
 * @param patterns which names are asked for; all if empty
 */
record RemoteRefs(String url, String environment, List<String> patterns)
    implements Query<RemoteRefs.Found> {

  /**
   * What there is.
   *
   * @param head the branch that HEAD means; empty if it is not known
   * @param refs commits by full name; of a tag, the commit that it means
   * @param problem why nothing is known; empty if something is
   */
  record Found(String head, Map<String, String> refs, String problem) {}

  private static final String PEELED = "^{}";

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    String script =
        "(\n"
            + environment
            + "git ls-remote --symref -- "
            + Sh.quote(url)
            + (patterns.isEmpty() ? "" : " " + Sh.quote(patterns))
            + " || echo failed\n)\n";
    return new Probe<>(script, output -> List.of(read(output)));
  }

  private static Found read(Output output) {
    String head = "";
    Map<String, String> refs = new LinkedHashMap<>();
    for (String line : output.text().split("\n")) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        if (line.equals("failed")) {
          return new Found("", Map.of(), output.errors().strip());
        }
        continue;
      }
      String name = line.substring(tab + 1);
      if (line.startsWith("ref: ")) {
        head = name.equals("HEAD") ? line.substring(5, tab) : head;
      } else if (name.endsWith(PEELED)) {
        refs.put(name.substring(0, name.length() - PEELED.length()), line.substring(0, tab));
      } else {
        refs.put(name, line.substring(0, tab));
      }
    }
    return new Found(head, refs, "");
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.ANYTHING); // the network, the user's keys, a repository on the host
  }
}
