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
 * What dpkg knows of a package.
 *
 * @param name its name, perhaps with an architecture or as a glob
 * @param provided whether to look for installed packages that provide one that is not installed
 */
record Dpkg(String name, boolean provided) implements Query<Dpkg.Found> {

  /**
   * The packages that a name means.
   *
   * @param packages installed or removed with their configuration kept
   * @param providers names of installed packages that provide it
   * @param dpkg whether the host has dpkg at all
   */
  record Found(List<Entry> packages, List<String> providers, boolean dpkg) {

    /** Whether the package or one that provides it is installed. */
    boolean installed() {
      return !providers.isEmpty() || !versions().isEmpty();
    }

    /** The versions installed, one for each architecture. */
    List<String> versions() {
      List<String> versions = new ArrayList<>();
      for (Entry entry : packages) {
        if (entry.installed) {
          versions.add(entry.version);
        }
      }
      return versions;
    }
  }

  /**
   * One package in dpkg's database.
   *
   * @param name its name
   * @param version its version
   * @param installed false if only its configuration files are left
   */
  record Entry(String name, String version, boolean installed) {}

  private static final String LIST =
      "dpkg-query -W -f '${db:Status-Abbrev}|${Package}|${Architecture}|${Version}|${Provides}|\\n'";

  /** All packages are listed only if some name is none of a package: one may provide it. */
  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    Set<String> names = new LinkedHashSet<>();
    for (Query<Found> query : batch) {
      names.add(((Dpkg) query).name);
    }
    StringBuilder script = new StringBuilder("if command -v dpkg-query >/dev/null; then\n");
    script.append("kit_o=$(").append(LIST).append(' ').append(Sh.quote(List.copyOf(names)));
    script.append(" 2>/dev/null); kit_r=$?; printf '%s\\n' \"$kit_o\"\n");
    if (provided) {
      script.append("case $kit_r$kit_o in 0*'un |'* | 1*) echo provided; ");
      script.append(LIST).append(" | grep '^.[iWt].*[^|]|$' ;; esac\n");
    }
    script.append("else echo none; fi\n");
    return new Probe<>(
        script.toString(),
        output -> {
          List<Found> answers = new ArrayList<>();
          for (Query<Found> query : batch) {
            answers.add(read(((Dpkg) query).name, output.text()));
          }
          return answers;
        });
  }

  @Override
  public Object kind() {
    return provided ? "dpkg, and who provides it" : "dpkg";
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), Resource.path("/var/lib/dpkg/status"));
  }

  private static Found read(String name, String text) {
    List<Entry> packages = new ArrayList<>();
    List<String> providers = new ArrayList<>();
    boolean providing = false;
    for (String line : text.split("\n")) {
      String[] fields = line.split("\\|", -1);
      if (line.equals("provided")) {
        providing = true;
      } else if (fields.length >= 5 && providing) {
        if (provides(fields[4], name)) {
          providers.add(fields[1]);
        }
      } else if (fields.length >= 5 && means(name, fields[1], fields[2])) {
        char status = fields[0].charAt(1);
        if ("iWt".indexOf(status) >= 0 || status == 'c') {
          packages.add(new Entry(fields[1], fields[3], status != 'c'));
        }
      }
    }
    return new Found(packages, providers, !text.startsWith("none"));
  }

  private static boolean means(String asked, String name, String architecture) {
    return asked.equals(name)
        || asked.equals(name + ":" + architecture)
        || PackageName.hasGlob(asked) && Glob.matches(asked, name);
  }

  /** The field reads {@code mail-transport-agent, httpd (= 2.4)}. */
  private static boolean provides(String field, String name) {
    for (String provided : field.split(",")) {
      String one = provided.strip();
      int end = one.indexOf(' ');
      if ((end < 0 ? one : one.substring(0, end)).equals(name)) {
        return true;
      }
    }
    return false;
  }
}
