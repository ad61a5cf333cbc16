package kit.modules.system;

import java.time.Duration;
import java.util.Optional;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Starts the host anew and waits until it is back. It is back when another boot can be seen: by the
 * kernel's boot id, or, in a container, which has its host's, by the time at which process 1
 * started; and when {@code testCommand} succeeds.
 *
 * <pre>{@code
 * reboot()
 * reboot rebootTimeout: '20m', testCommand: 'systemctl is-active --quiet app'
 * }</pre>
 *
 * @param preRebootDelay how long to wait before
 * @param postRebootDelay how long to wait after the host is back, before the test
 * @param rebootTimeout how long the host may take, 600 s by default; then it is an error
 * @param connectTimeout how long one attempt to connect may take, 5 s by default
 * @param testCommand text for the shell that succeeds when the host can be used; {@code whoami} by
 *     default
 * @param msg what users of the host are told, where shutdown tells them
 * @param rebootCommand text for the shell that starts the host anew; shutdown, systemctl or reboot
 *     by default, whichever the host has
 */
@Lacks(value = "bootTimeCommand", instead = "the kernel's boot id tells")
@Lacks(value = "searchPaths", instead = "rebootCommand may have a path")
public record Reboot(
    @Default("0") Duration preRebootDelay,
    @Default("0") Duration postRebootDelay,
    @Default("600") Duration rebootTimeout,
    @Default("5") Duration connectTimeout,
    @Default("whoami") String testCommand,
    @Default("Reboot initiated by kit") String msg,
    Optional<String> rebootCommand)
    implements Module {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public Plan plan(Host host) {
    if (testCommand.isBlank()) {
      throw new PlanException("testCommand is empty", "leave it out");
    }
    BootMark question = new BootMark();
    Optional<String> mark = host.ask(question);
    if (mark.isEmpty()) {
      return Plan.refused(
          "the host tells neither a boot id nor when process 1 started",
          "is /proc mounted? without it nobody sees whether the host was started anew");
    }
    if (rebootCommand.isEmpty() && !host.user().equals("root")) {
      return Plan.refused(
          host.user() + " may not start the host anew", "become root, or give rebootCommand");
    }
    return Plan.change("start the host anew")
        .diff(Diff.of("boot", mark.get() + "\n", "another one\n"))
        .value("rebooted", true)
        // files outlive it, what runs does not: as with packages whose scripts restart things
        .touches(Resource.INSTALLATION)
        .run(trigger())
        .step(
            new Step.Reconnect(
                Duration.ZERO, rebootTimeout, connectTimeout, PAUSE, test(mark.get())));
  }

  private String trigger() {
    String pause =
        preRebootDelay.isZero() ? "" : "sleep " + preRebootDelay.plusMillis(999).toSeconds() + "\n";
    return pause + rebootCommand.map(command -> command + "\n").orElseGet(this::usual);
  }

  private String usual() {
    return "if command -v shutdown >/dev/null 2>&1; then shutdown -r now "
        + Sh.quote(msg)
        + "\nelif command -v systemctl >/dev/null 2>&1; then systemctl reboot\nelse reboot\nfi\n";
  }

  /** Fails as long as the host is the one that was to go down. */
  private String test(String mark) {
    long pause = postRebootDelay.plusMillis(999).toSeconds();
    return BootMark.SCRIPT
        + "[ \"$kit_b\" != "
        + Sh.quote(mark)
        + " ] || { echo 'the host has not gone down' >&2; exit 1; }\n"
        + (pause > 0 ? "sleep " + pause + "\n" : "")
        + testCommand
        + "\n";
  }
}
