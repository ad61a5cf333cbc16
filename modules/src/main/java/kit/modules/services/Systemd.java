package kit.modules.services;

import java.time.Duration;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;

/**
 * Manages units of systemd: services, timers, sockets, of the host or of a user.
 *
 * <p>As {@code service} does, it looks whether what it started stays up. {@code daemonReload} with
 * a name is done only if the unit's file changed; without a name it is always done and never counts
 * as changed. The result has {@code name, active, enabled, masked}.
 *
 * <pre>{@code
 * systemd name: 'backup.timer', state: 'started', enabled: true, daemonReload: true
 * systemd name: 'syncthing', scope: 'user', state: 'restarted'
 * systemd daemonReload: true
 * }</pre>
 *
 * @param name the unit's name; {@code nginx} means {@code nginx.service}
 * @param state started and stopped are left alone if they hold; restarted and reloaded are done in
 *     any case, to a stopped unit as a start
 * @param enabled whether it starts at boot
 * @param masked whether it is made impossible to start
 * @param daemonReload let systemd read changed unit files first
 * @param daemonReexec let systemd start itself anew first, for example after an upgrade of it
 * @param scope units of the host, or of the user that kit is there
 * @param noBlock do not wait until the unit has started or stopped
 * @param force replace links that are in the way of enabling or masking
 * @param settle how long it must stay up after a start to count as started; 0 does not look
 */
public record Systemd(
    @Alias({"service", "unit"}) Optional<String> name,
    Optional<State> state,
    Optional<Boolean> enabled,
    Optional<Boolean> masked,
    @Default("false") boolean daemonReload,
    @Default("false") boolean daemonReexec,
    @Default("system") Scope scope,
    @Default("false") boolean noBlock,
    @Default("false") boolean force,
    @Default("2s") Duration settle)
    implements Module {

  @Override
  public Plan plan(Host host) {
    if (name.isEmpty()) {
      return managerOnly();
    }
    Unit unit = Unit.of(name.get(), scope);
    Plan plan =
        UnitPlan.of(
            new Goal(unit, state, enabled, masked, daemonReload, noBlock, force, settle), host);
    if (!daemonReexec || plan instanceof Plan.Refused) {
      return plan;
    }
    throw new PlanException("daemonReexec goes without a name", "write two calls");
  }

  @Override
  public String label() {
    return name.orElse(daemonReexec ? "daemon-reexec" : "daemon-reload");
  }

  private Plan managerOnly() {
    if (state.isPresent() || enabled.isPresent() || masked.isPresent()) {
      throw new PlanException("systemd needs a name", "for example: systemd name: 'nginx', ...");
    }
    if (!daemonReload && !daemonReexec) {
      throw new PlanException("systemd has nothing to do", "for example: daemonReload: true");
    }
    Change change =
        Plan.change(label())
            .run(scope.command("systemctl") + " " + label())
            .touches(new Resource("unit", "*"));
    return daemonReexec ? change : change.value("changed", false);
  }
}
