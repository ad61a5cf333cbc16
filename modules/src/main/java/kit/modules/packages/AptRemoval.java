package kit.modules.packages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Plan;

/** The plan for packages that should not be there. */
record AptRemoval(Apt apt, Host host) {

  Plan plan(List<PackageName> names) {
    Set<String> doomed = new LinkedHashSet<>();
    List<Simulation.Move> moves = new ArrayList<>();
    for (PackageName name : names) {
      for (Dpkg.Entry entry : host.ask(new Dpkg(name.name(), false)).packages()) {
        if (entry.installed() && name.accepts(entry.version())
            || !entry.installed() && apt.purge()) {
          doomed.add(name.glob() ? entry.name() : name.name());
          String before = entry.installed() ? entry.version() : "(configuration)";
          moves.add(new Simulation.Move(entry.name(), before, ""));
        }
      }
    }
    if (doomed.isEmpty()) {
      return Plan.unchanged("none of " + String.join(", ", apt.name()) + " is installed");
    }
    AptGet get = new AptGet(apt, false);
    Change change =
        get.change(
            "remove " + String.join(", ", doomed), get.install("remove", List.copyOf(doomed)));
    for (PackageName name : names) {
      change =
          change.predicts(new Dpkg(name.name(), false), new Dpkg.Found(List.of(), List.of(), true));
    }
    return change.diff(Versions.diff(moves));
  }
}
