package kit.modules.packages;

import java.util.List;
import java.util.Optional;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;

/** The plan for a package file that lies on the host. */
record DebInstall(Apt apt, Host host, AptGet get) {

  Plan plan(String path) {
    if (apt.state() != Apt.State.PRESENT) {
      throw new PlanException("deb goes only with state: 'present'", "");
    }
    Optional<DebFile.Found> file = host.ask(new DebFile(path));
    if (file.isEmpty()) {
      return Plan.refused("the host has no package file " + path, "copy it there before");
    }
    String version = file.get().version();
    Dpkg.Found found = host.ask(new Dpkg(file.get().name(), false));
    if (found.versions().contains(version)) {
      return Plan.unchanged(file.get().name() + " " + version + " is installed");
    }
    String before = found.versions().isEmpty() ? "" : found.versions().get(0);
    return get.change("install " + path, get.install("install", List.of(path)))
        .diff(Versions.diff(List.of(new Simulation.Move(file.get().name(), before, version))));
  }

  static void check(String path) {
    if (!path.startsWith("/")) {
      throw new PlanException(
          "deb: '" + path + "' is no absolute path on the host",
          "copy or download the file before");
    }
  }
}
