package kit.modules.packages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;

/**
 * Installs and removes packages with the host's own manager: apt-get on Debian and its kin, apk on
 * Alpine.
 *
 * <p>Names are the manager's own: where they differ, ask the facts. What only one manager can do is
 * said with apt or apk.
 *
 * <pre>{@code
 * packages 'curl'
 * packages name: ['curl', facts.os.family == 'Debian' ? 'dnsutils' : 'bind-tools'], updateCache: true
 * packages name: 'telnet', state: 'absent'
 * }</pre>
 *
 * @param name packages
 * @param state present or installed, latest (also upgraded), absent or removed
 * @param updateCache refresh the lists before something is installed
 */
@Lacks(
    value = "use",
    instead = "packages takes the host's own manager; apt and apk can be called by name")
public record Packages(
    List<String> name, @Default("present") Apk.State state, @Default("false") boolean updateCache)
    implements Module {

  private static final String WORLD = "/etc/apk/world";

  @Override
  public String label() {
    return String.join(", ", name);
  }

  @Override
  public Plan plan(Host host) {
    if (name.isEmpty()) {
      throw new PlanException("name is missing", "for example: packages 'curl'");
    }
    PackageTool.Present tool = new PackageTool.Present();
    List<Query<?>> questions = new ArrayList<>(List.of(tool, new ApkState(WORLD)));
    for (String each : name) {
      questions.addAll(installed(each));
    }
    host.askAll(questions.toArray(new Query<?>[0]));
    return switch (host.ask(tool)) {
      case APT -> apt().plan(host);
      case APK -> apk().plan(host);
      case OTHER ->
          Plan.refused(
              "the host has neither apt-get nor apk", "kit knows no other manager of packages yet");
    };
  }

  /** Asked before it is known who is to be asked: so that once is enough. */
  private List<Query<?>> installed(String text) {
    try {
      List<Query<?>> questions = new ArrayList<>();
      for (PackageName each : PackageName.all(List.of(text))) {
        questions.add(
            new Dpkg(each.name(), state != Apk.State.ABSENT && state != Apk.State.REMOVED));
      }
      return questions;
    } catch (PlanException e) {
      return List.of(); // apk may know what it means; otherwise apt will say this again
    }
  }

  private Apt apt() {
    return new Apt(
        name,
        switch (state) {
          case PRESENT, INSTALLED -> Apt.State.PRESENT;
          case LATEST -> Apt.State.LATEST;
          case ABSENT, REMOVED -> Apt.State.ABSENT;
        },
        updateCache,
        Duration.ZERO,
        5,
        Apt.Upgrade.NO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        "force-confdef,force-confold",
        false,
        60,
        Optional.empty());
  }

  private Apk apk() {
    return new Apk(name, state, updateCache, false, false, false, List.of(), WORLD);
  }
}
