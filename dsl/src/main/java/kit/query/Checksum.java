package kit.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * The checksum of a regular file in lower-case hex; a symbolic link is followed. Empty if there is
 * no regular file or it cannot be read.
 *
 * @param path the path; taken from {@code /} if relative
 * @param algorithm how to compute it
 */
public record Checksum(String path, Algorithm algorithm) implements Query<Optional<String>> {

  /** What coreutils and busybox can compute. */
  public enum Algorithm {
    MD5,
    SHA1,
    SHA224,
    SHA256,
    SHA384,
    SHA512;

    /** The name in {@code java.security.MessageDigest}. */
    public String digest() {
      return this == MD5 ? "MD5" : "SHA-" + name().substring(3);
    }

    private String command() {
      return name().toLowerCase(Locale.ROOT) + "sum";
    }
  }

  public static Checksum sha256(String path) {
    return new Checksum(path, Algorithm.SHA256);
  }

  @Override
  public Object kind() {
    return algorithm;
  }

  @Override
  public Probe<Optional<String>> probe(List<Query<Optional<String>>> batch) {
    List<String> keys = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    StringBuilder odd = new StringBuilder();
    for (Query<Optional<String>> query : batch) {
      String asked = ((Checksum) query).path;
      if (Argv.plain(asked)) {
        plain.add(asked);
        keys.add(asked);
      } else {
        String quoted = Sh.path(asked);
        String key = "#" + keys.size();
        // through standard input, because each implementation escapes odd names in its own way
        odd.append("[ -f ").append(quoted).append(" ] && echo \"$(").append(algorithm.command());
        odd.append(" < ").append(quoted).append(") ").append(key).append("\"\n");
        keys.add(key);
      }
    }
    StringBuilder script = new StringBuilder("{\n");
    for (String line : Argv.chunks(plain)) {
      // only regular files: reading a FIFO would wait for ever
      script.append("set -- ").append(line).append('\n');
      script.append("for p do shift; [ -f \"$p\" ] && set -- \"$@\" \"$p\"; done\n");
      script.append("[ $# -gt 0 ] && ").append(algorithm.command()).append(" -- \"$@\"\n");
    }
    script.append(odd).append(":; } 2>/dev/null\n");
    return new Probe<>(script.toString(), output -> read(keys, output));
  }

  private static List<Optional<String>> read(List<String> keys, Output output) {
    Map<String, String> sums = new HashMap<>();
    for (String line : output.text().split("\n")) {
      int end = line.indexOf(' ');
      if (end > 0) {
        sums.put(line.substring(line.lastIndexOf(' ') + 1), line.substring(0, end));
      }
    }
    List<Optional<String>> answers = new ArrayList<>();
    for (String key : keys) {
      answers.add(Optional.ofNullable(sums.get(key)));
    }
    return answers;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
