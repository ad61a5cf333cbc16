package kit.modules.system;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * Whether a condition holds right now.
 *
 * @param condition the sh that defines it
 * @param path the file that it speaks of, if any
 * @param call tells apart calls, none of which takes another's answer
 */
record Awaited(String condition, Optional<String> path, Object call)
    implements Query<Awaited.Look> {

  /**
   * What was seen.
   *
   * @param reached whether the condition holds
   * @param impossible why it cannot be told, if it cannot
   */
  record Look(boolean reached, Optional<String> impossible) {}

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Look> probe(List<Query<Look>> batch) {
    return new Probe<>("(\n" + condition + "kit_ok\necho $?\n) 2>&1\n", Awaited::read);
  }

  private static List<Look> read(Output output) {
    String[] lines = output.text().strip().split("\n");
    String status = lines[lines.length - 1];
    boolean impossible = status.equals("2");
    return List.of(
        new Look(
            status.equals("0"), impossible ? Optional.of(lines[0].strip()) : Optional.empty()));
  }

  @Override
  public Set<Resource> about() {
    Set<Resource> all = new HashSet<>();
    all.add(Resource.ANYTHING);
    path.ifPresent(place -> all.add(Resource.path(place)));
    return all;
  }
}
