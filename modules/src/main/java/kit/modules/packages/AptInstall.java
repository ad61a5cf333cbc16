package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;

/** The plan for packages that should be there, or be there in their newest version. */
record AptInstall(Apt apt, Host host, AptGet get, boolean refresh) {

  Plan plan(List<PackageName> names) {
    List<PackageName> wanting = new ArrayList<>();
    for (PackageName name : names) {
      if (name.glob()) {
        throw new PlanException(
            "'" + name + "': which packages to install cannot be left to a glob", "name them");
      }
      Dpkg.Found found = found(name);
      if (!found.dpkg()) {
        return Plan.refused("the host has no dpkg: it is not of Debian's kin", "");
      }
      if (!satisfied(name, found)) {
        wanting.add(name);
      }
    }
    boolean latest = apt.state() == Apt.State.LATEST;
    if (!latest && wanting.isEmpty()) {
      return Plan.unchanged(text(names) + (names.size() == 1 ? " is" : " are") + " installed");
    }
    List<PackageName> asked = latest ? names : wanting;
    host.askAll(asked.stream().map(this::policy).toArray(Query<?>[]::new));
    return decide(asked);
  }

  /** Whether nothing need be asked of apt; a provided package may still turn out to be real. */
  private boolean satisfied(PackageName name, Dpkg.Found found) {
    for (String version : found.versions()) {
      if (name.accepts(version)) {
        return true;
      }
    }
    return apt.onlyUpgrade() && found.versions().isEmpty();
  }

  private Plan decide(List<PackageName> asked) {
    List<PackageName> missing = new ArrayList<>();
    List<Simulation.Move> moves = new ArrayList<>();
    for (PackageName name : asked) {
      Policy.Found policy = host.ask(policy(name));
      Dpkg.Found found = found(name);
      boolean provided = policy.virtual() && !found.providers().isEmpty();
      if (provided || !newer(name, found, policy)) {
        continue;
      }
      String problem = problem(name, policy);
      if (!problem.isEmpty()) {
        return new Plan.Refused(
            problem,
            refresh ? "" : "check the name, or refresh the lists: updateCache: true",
            Map.of());
      }
      missing.add(name);
      String version = name.version().isEmpty() ? policy.candidate() : name.version();
      String before = found.versions().isEmpty() ? "" : found.versions().get(0);
      moves.add(
          new Simulation.Move(
              name.name(), before, version.isEmpty() || refresh ? "(newest)" : version));
    }
    boolean perhaps = refresh && apt.state() == Apt.State.LATEST;
    if (missing.isEmpty() && !perhaps) {
      return Plan.unchanged(text(asked) + (asked.size() == 1 ? " is" : " are") + " up to date");
    }
    List<PackageName> all = perhaps ? asked : missing;
    Change change = get.change("install " + text(all), get.install("install", words(all)));
    return moves.isEmpty() ? change : change.diff(Versions.diff(moves));
  }

  private boolean newer(PackageName name, Dpkg.Found found, Policy.Found policy) {
    if (!satisfied(name, found)) {
      return true;
    }
    boolean installed = !found.versions().isEmpty();
    return apt.state() == Apt.State.LATEST
        && installed
        && !policy.candidate().isEmpty()
        && name.accepts(policy.candidate())
        && !found.versions().contains(policy.candidate());
  }

  /** Old lists may not know a package that the refreshed ones have. */
  private String problem(PackageName name, Policy.Found policy) {
    if (refresh) {
      return "";
    }
    if (!policy.known()) {
      return "apt knows no package " + name.name();
    }
    for (String version : policy.versions()) {
      if (name.accepts(version)) {
        return "";
      }
    }
    return policy.versions().isEmpty()
        ? ""
        : "there is no version "
            + name.version()
            + " of "
            + name.name()
            + "; there is "
            + String.join(", ", policy.versions());
  }

  private Dpkg.Found found(PackageName name) {
    return host.ask(new Dpkg(name.name(), true));
  }

  private Policy policy(PackageName name) {
    return new Policy(name.name(), apt.defaultRelease().orElse(""));
  }

  private static List<String> words(List<PackageName> names) {
    List<String> words = new ArrayList<>();
    names.forEach(name -> words.add(name.toString()));
    return words;
  }

  private static String text(List<PackageName> names) {
    return String.join(", ", words(names));
  }
}
