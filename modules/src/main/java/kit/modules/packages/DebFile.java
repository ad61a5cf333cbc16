package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Which package a file of the host holds.
 *
 * @param path the file
 */
record DebFile(String path) implements Query<Optional<DebFile.Found>> {

  /**
   * What the file says of itself.
   *
   * @param name the package with its architecture
   * @param version its version
   */
  record Found(String name, String version) {}

  @Override
  public Probe<Optional<Found>> probe(List<Query<Optional<Found>>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Optional<Found>> query : batch) {
      script.append("dpkg-deb -W --showformat='${Package}|${Architecture}|${Version}\\n' ");
      script.append(Sh.path(((DebFile) query).path)).append(" 2>/dev/null || echo none\n");
    }
    return new Probe<>(
        script.toString(),
        output -> {
          List<Optional<Found>> answers = new ArrayList<>();
          for (String line : output.text().split("\n")) {
            answers.add(read(line.split("\\|")));
          }
          return answers;
        });
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }

  private static Optional<Found> read(String[] fields) {
    if (fields.length < 3) {
      return Optional.empty();
    }
    String name = fields[1].equals("all") ? fields[0] : fields[0] + ":" + fields[1];
    return Optional.of(new Found(name, fields[2]));
  }
}
