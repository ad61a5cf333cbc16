package kit.modules.packages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Which versions of a package apt could install.
 *
 * @param name its name, perhaps with an architecture
 * @param release the release preferred, empty for the host's default
 */
record Policy(String name, String release) implements Query<Policy.Found> {

  /**
   * What apt knows of a package.
   *
   * @param known whether apt has heard of it; a virtual package is known and has no versions
   * @param candidate the version that would be installed; empty if there is none
   * @param versions all versions
   */
  record Found(boolean known, String candidate, List<String> versions) {

    boolean virtual() {
      return known && versions.isEmpty();
    }
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    Set<String> names = new LinkedHashSet<>();
    for (Query<Found> query : batch) {
      names.add(((Policy) query).name);
    }
    String preferred =
        release.isEmpty() ? "" : Sh.quote(List.of("-o", "APT::Default-Release=" + release)) + " ";
    String script = "apt-cache " + preferred + "policy " + Sh.quote(List.copyOf(names)) + "\n";
    return new Probe<>(
        script,
        output -> {
          List<Found> answers = new ArrayList<>();
          for (Query<Found> query : batch) {
            answers.add(read(((Policy) query).name, output.text()));
          }
          return answers;
        });
  }

  @Override
  public Object kind() {
    return List.of(Policy.class, release);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), Resource.path("/etc/apt"));
  }

  /** The host's own architecture is left out of the headings. */
  private static Found read(String name, String text) {
    int colon = name.indexOf(':');
    Found exact = section(name, text);
    return exact.known || colon < 0 ? exact : section(name.substring(0, colon), text);
  }

  private static Found section(String name, String text) {
    boolean here = false;
    boolean known = false;
    String candidate = "";
    List<String> versions = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.startsWith(" ")) {
        here = line.equals(name + ":");
        known |= here;
      } else if (here && line.startsWith("  Candidate: ") && !line.endsWith("(none)")) {
        candidate = line.substring("  Candidate: ".length());
      } else if (here
          && (line.startsWith("     ") || line.startsWith(" *** "))
          && line.charAt(5) != ' ') {
        versions.add(line.substring(5).split(" ")[0]);
      }
    }
    return new Found(known, candidate, versions);
  }
}
