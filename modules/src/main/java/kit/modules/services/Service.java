package kit.modules.services;

import java.time.Duration;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Starts, stops and restarts services and says whether they start at boot.
 *
 * <p>After a start kit looks whether the service stays up for as long as {@code settle} says; if it
 * dies, the call fails and shows the last lines of its journal. Works with systemd, OpenRC and init
 * scripts (SysV). The result has {@code name, active, enabled, masked}.
 *
 * <pre>{@code
 * service name: 'nginx', state: 'started', enabled: true
 * service name: 'nginx', state: 'reloaded'
 * service name: 'cups', state: 'stopped', enabled: false, masked: true
 * }</pre>
 *
 * @param name the service's name; {@code nginx} means {@code nginx.service}
 * @param state started and stopped are left alone if they hold; restarted and reloaded are done in
 *     any case, to a stopped service as a start
 * @param enabled whether it starts at boot
 * @param masked whether it is made impossible to start; only systemd can
 * @param daemonReload let systemd read the unit's file again first if it changed; nothing elsewhere
 * @param settle how long it must stay up after a start to count as started; 0 does not look
 */
@Lacks(value = "use", instead = "kit finds out what starts services on the host")
@Lacks(
    value = {"arguments", "args", "pattern", "runlevel", "sleep"},
    instead = "kit asks the host's init for the state; settle waits after a start")
public record Service(
    @Alias("service") String name,
    Optional<State> state,
    Optional<Boolean> enabled,
    Optional<Boolean> masked,
    @Default("false") boolean daemonReload,
    @Default("2s") Duration settle)
    implements Module {

  @Override
  public Plan plan(Host host) {
    Unit unit = Unit.of(name, Scope.SYSTEM);
    Manager manager = host.ask(unit).manager();
    if (manager == Manager.OPENRC || manager == Manager.SYSVINIT) {
      return InitPlan.of(this, unit, manager, host);
    }
    return UnitPlan.of(
        new Goal(unit, state, enabled, masked, daemonReload, false, false, settle), host);
  }

  @Override
  public String label() {
    return name;
  }
}
