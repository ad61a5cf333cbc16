package kit.modules.packages;

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
 * What a Python has installed, as its pip says.
 *
 * @param python path or name of the program; may also be a pip
 */
record PipList(String python) implements Query<PipList.Found> {

  /**
   * The answer.
   *
   * @param there whether there is such a Python
   * @param pip whether it has pip
   * @param versions by names as pip compares them
   */
  record Found(boolean there, boolean pip, Map<String, String> versions) {}

  @Override
  public Object kind() {
    return this;
  }

  /** The words in front of those for pip. */
  List<String> command() {
    String name = python.substring(python.lastIndexOf('/') + 1);
    return name.startsWith("pip") ? List.of(python) : List.of(python, "-m", "pip");
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    String program = Sh.quote(python);
    String script =
        "if command -v "
            + program
            + " >/dev/null; then echo python; "
            + Sh.quote(command())
            + " --disable-pip-version-check list --format=freeze 2>/dev/null && echo '#'; fi\n";
    return new Probe<>(script, output -> List.of(read(output)));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), new Resource("pip", python));
  }

  private static Found read(Output output) {
    Map<String, String> versions = new LinkedHashMap<>();
    String[] lines = output.text().split("\n");
    for (String line : lines) {
      int equals = line.indexOf("==");
      if (equals > 0) {
        versions.put(PipRequirement.normal(line.substring(0, equals)), line.substring(equals + 2));
      }
    }
    return new Found(
        lines[0].equals("python"), lines[lines.length - 1].equals("#"), Map.copyOf(versions));
  }
}
