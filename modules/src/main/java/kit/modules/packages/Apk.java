package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.query.Exposed;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Installs, upgrades and removes packages on Alpine Linux, with apk.
 *
 * <p>A package counts as present when it is installed and in the world file, that is, asked for and
 * not only needed by another. The result has {@code packages}, what was installed, upgraded or
 * removed as apk says it.
 *
 * <pre>{@code
 * apk 'nginx'
 * apk name: ['nginx', 'openssl=3.1.4-r5'], updateCache: true
 * apk name: 'busybox', state: 'latest'
 * apk upgrade: true, updateCache: true
 * }</pre>
 *
 * @param name packages, each perhaps with a version: {@code nginx=1.24.0-r6}, {@code nginx>1.24}
 * @param state present, latest (also upgraded), absent; installed and removed say the same as
 *     present and absent
 * @param updateCache refresh the index before something is installed; alone, do only that
 * @param upgrade upgrade all packages
 * @param available with upgrade: take what the repositories have, also if it is older
 * @param noCache do not use a cache of the index
 * @param repository URLs of repositories, or their directories on the host, to use instead of the
 *     host's own
 * @param world path of the world file
 */
public record Apk(
    List<String> name,
    @Default("present") State state,
    @Default("false") boolean updateCache,
    @Default("false") boolean upgrade,
    @Default("false") boolean available,
    @Default("false") boolean noCache,
    List<String> repository,
    @Default("/etc/apk/world") String world)
    implements Module {

  /** What should be true of the packages. */
  public enum State {
    PRESENT,
    LATEST,
    ABSENT,
    INSTALLED,
    REMOVED
  }

  @Override
  public String label() {
    return upgrade ? "upgrade" : String.join(", ", name);
  }

  @Override
  public Plan plan(Host host) {
    check();
    Exposed.refuse(host, "the arguments of apk", repository, "/etc/apk/repositories can hold it");
    ApkState question = new ApkState(world);
    ApkState.Found found = host.ask(question);
    if (!found.usable()) {
      return Plan.refused("the host has no apk", "packages takes the host's own manager");
    }
    if (upgrade) {
      return simulated(host, "upgrade" + (available ? " --available" : ""), List.of(), false);
    }
    if (name.isEmpty()) {
      return Plan.change("refresh the index")
          .run("apk --no-progress update" + options() + "\n")
          .touches(new Resource("package", "*"));
    }
    return switch (state) {
      case PRESENT, INSTALLED -> present(host, found);
      case LATEST -> {
        boolean listed = names().stream().allMatch(each -> found.wants(bare(each)));
        yield simulated(host, "add --upgrade", names(), !listed);
      }
      case ABSENT, REMOVED -> absent(host, found);
    };
  }

  private Plan present(Host host, ApkState.Found found) {
    List<String> missing = new ArrayList<>();
    boolean listed = true;
    for (String each : names()) {
      String bare = bare(each);
      String version = found.versions().get(bare);
      boolean pinned = each.startsWith(bare + "=");
      boolean there = version != null && found.wants(bare);
      boolean fits = !pinned || each.equals(bare + "=" + version) || found.world().contains(each);
      if (!there || !fits || !pinned && !each.equals(bare) && !found.world().contains(each)) {
        missing.add(each);
        listed &= found.world().contains(each);
      }
    }
    if (missing.isEmpty()) {
      return unchanged("installed");
    }
    // a name that another package provides is in the world only
    return simulated(host, "add", missing, !listed);
  }

  private Plan absent(Host host, ApkState.Found found) {
    List<String> there = new ArrayList<>();
    for (String each : names()) {
      if (found.wants(bare(each))) {
        there.add(bare(each));
      } else if (found.versions().containsKey(bare(each))) {
        return Plan.refused(
            bare(each) + " is installed because others need it", "remove those first");
      }
    }
    return there.isEmpty() ? unchanged("not installed") : simulated(host, "del", there, true);
  }

  /**
   * With an index that is to be refreshed, what will happen cannot be asked beforehand.
   *
   * @param sure whether something changes even if no package does: the world file
   */
  private Plan simulated(Host host, String verb, List<String> names, boolean sure) {
    String arguments = verb + options() + (names.isEmpty() ? "" : " " + Sh.quote(names));
    String summary = "apk " + verb + (names.isEmpty() ? "" : " " + String.join(" ", names));
    boolean refresh = updateCache && !verb.equals("del");
    ApkSimulation.Found found = new ApkSimulation.Found(List.of(), "");
    if (!refresh) {
      found = host.ask(new ApkSimulation(arguments));
      if (!found.error().isEmpty()) {
        return Plan.refused(summary + " would fail: " + found.error(), "updateCache: true");
      }
      if (found.moves().isEmpty() && !sure) {
        return Plan.unchanged(summary + " has nothing to do", Map.of("packages", List.of()));
      }
    }
    Change change = Plan.change(summary);
    if (!found.moves().isEmpty()) {
      change = change.diff(Diff.of("packages", "", String.join("\n", found.moves()) + "\n"));
    }
    return change
        .run(
            (refresh ? "apk --no-progress update" + options() + " >/dev/null || exit\n" : "")
                + "apk --no-progress "
                + arguments
                + "\n")
        .touches(Resource.ANYTHING)
        .reads(outputs -> values(outputs.get(0).text(), sure));
  }

  private static Map<String, Object> values(String text, boolean asked) {
    List<String> moves = new ArrayList<>();
    for (String line : text.split("\n")) {
      int end = line.indexOf(") ");
      if (line.startsWith("(") && end > 0) {
        moves.add(line.substring(end + 2).strip());
      }
    }
    return Map.of("packages", moves, "changed", asked || !moves.isEmpty());
  }

  private Plan unchanged(String how) {
    return Plan.unchanged(
        String.join(", ", name) + (name.size() == 1 ? " is " : " are ") + how,
        Map.of("packages", List.of()));
  }

  /** Names may also stand in one text with commas between them. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (String text : name) {
      for (String each : text.split(",")) {
        names.add(each.strip());
      }
    }
    return names;
  }

  private String options() {
    StringBuilder options = new StringBuilder(noCache ? " --no-cache" : "");
    options.append(repository.isEmpty() ? "" : " --repositories-file /dev/null");
    for (String url : repository) {
      options.append(" --repository ").append(Sh.quote(url));
    }
    return options.toString();
  }

  /** The name without version and repository. */
  static String bare(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("<>=~@".indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private void check() {
    for (String each : names()) {
      if (bare(each).isEmpty() || each.startsWith("-") || each.chars().anyMatch(c -> c <= ' ')) {
        throw new PlanException("'" + each + "' is no package", "write several as a list");
      }
    }
    if (upgrade && !name.isEmpty()) {
      throw new PlanException("apk takes name or upgrade, not both", "state: 'latest'");
    }
    if (available && !upgrade) {
      throw new PlanException("available goes with upgrade: true", "");
    }
    if (!upgrade && name.isEmpty() && !updateCache) {
      throw new PlanException("apk has nothing to do", "for example: apk 'nginx'");
    }
  }
}
