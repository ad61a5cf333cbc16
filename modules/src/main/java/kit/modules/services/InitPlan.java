package kit.modules.services;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.modules.services.InitScript.Runs;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;

/** From how a service is to how it should be, where OpenRC or init scripts manage it. */
final class InitPlan {

  private static final int PACE = 250;

  private final Service call;
  private final InitScript script;
  private final InitScript.Found now;
  private final StringBuilder commands = new StringBuilder();
  private final List<String> verbs = new ArrayList<>();
  private Runs runs;
  private boolean enabled;

  private InitPlan(Service call, InitScript script, InitScript.Found now) {
    this.call = call;
    this.script = script;
    this.now = now;
    this.runs = now.runs();
    this.enabled = now.enabled();
  }

  static Plan of(Service call, Unit unit, Manager manager, Host host) {
    String manages = "services of this host are managed by " + word(manager);
    if (!unit.name().endsWith(".service")) {
      return Plan.refused(manages + ", which knows no " + unit.name(), "name a service");
    }
    if (call.masked().isPresent()) {
      return Plan.refused(manages + ", which cannot mask", "leave masked out");
    }
    String name = unit.name().substring(0, unit.name().length() - ".service".length());
    InitScript script = new InitScript(manager, name);
    InitScript.Found now = host.ask(script);
    if (!now.exists()) {
      return Plan.refused(
          manages + ", and there is no /etc/init.d/" + name, "install the package first");
    }
    return new InitPlan(call, script, now).plan();
  }

  private Plan plan() {
    boolean looks = call.state().filter(s -> s == State.STARTED || s == State.STOPPED).isPresent();
    if (looks && now.runs() == Runs.UNKNOWN) {
      return Plan.refused(
          "/etc/init.d/" + script.name() + " cannot tell whether its service runs",
          "state: 'restarted' works without, or give the script a status");
    }
    call.enabled().filter(wanted -> wanted != now.enabled()).ifPresent(this::enable);
    call.state().ifPresent(this::bring);
    if (!verbs.isEmpty()) {
      return change();
    }
    return Plan.unchanged(script.name() + " is " + text(runs, enabled), values());
  }

  private void enable(boolean wanted) {
    String name = Sh.quote(script.name());
    boolean openrc = script.manager() == Manager.OPENRC;
    if (openrc && wanted) {
      commands.append("rc-update add ").append(name).append(" default || exit\n");
    } else if (openrc) {
      commands.append("for kit_f in ").append(script.links()).append("; do rc-update del ");
      commands.append(name).append(" \"$(basename \"${kit_f%/*}\")\" || exit; done\n");
    } else {
      commands.append(wanted ? "update-rc.d " + name + " defaults || exit\n" : "");
      commands.append("update-rc.d ").append(name).append(wanted ? " enable" : " disable");
      commands.append(" || exit\n");
    }
    verbs.add(wanted ? "enable" : "disable");
    enabled = wanted;
  }

  private void bring(State state) {
    boolean up = now.runs() == Runs.YES;
    switch (state) {
      case STARTED -> {
        if (!up) {
          start(now.runs() == Runs.CRASHED ? "restart" : "start");
        }
      }
      case STOPPED -> {
        if (up || now.runs() == Runs.CRASHED) {
          act("stop");
          runs = Runs.NO;
        }
      }
      case RESTARTED -> start(up || now.runs() != Runs.NO ? "restart" : "start");
      case RELOADED -> {
        if (now.runs() == Runs.NO || now.runs() == Runs.CRASHED) {
          start(now.runs() == Runs.CRASHED ? "restart" : "start");
        } else {
          act("reload");
        }
      }
    }
  }

  private void act(String verb) {
    commands.append(script.act(verb)).append(" || exit\n");
    verbs.add(verb);
  }

  /** Starts it and sees that it stays up, if its script can tell. */
  private void start(String verb) {
    act(verb);
    Duration settle = call.settle();
    if (now.runs() != Runs.UNKNOWN && !settle.isZero()) {
      long polls = (settle.toMillis() + PACE - 1) / PACE;
      commands.append(
          """
          kit_n=0
          while sleep 0.PACE; do
            kit_o=$(STATUS 2>&1) || { printf 'NAME died after its start:\\n%s\\n' "$kit_o" >&2; exit 1; }
            kit_n=$((kit_n + 1)); [ $kit_n -lt POLLS ] || break
          done
          """
              .replace("POLLS", String.valueOf(polls))
              .replace("PACE", String.valueOf(PACE))
              .replace("STATUS", script.act("status"))
              .replace("NAME", script.name()));
    }
    runs = Runs.YES;
  }

  private Change change() {
    InitScript.Found after = new InitScript.Found(true, runs, enabled);
    Change change =
        Plan.change(String.join(", ", verbs) + " " + script.name())
            .diff(
                Diff.of(
                    script.name(),
                    text(now.runs(), now.enabled()) + "\n",
                    text(runs, enabled) + "\n"))
            .run(script.head() + "exec </dev/null\n" + commands)
            .predicts(script, after)
            .touches(new Resource("unit", "*"), Resource.path("/etc/init.d/" + script.name()));
    for (Map.Entry<String, Object> value : values().entrySet()) {
      change = change.value(value.getKey(), value.getValue());
    }
    boolean opaque = call.state().isPresent() && !Optional.of(State.STOPPED).equals(call.state());
    return opaque ? change.touches(Resource.ANYTHING) : change;
  }

  private Map<String, Object> values() {
    return Map.of(
        "name",
        script.name(),
        "active",
        runs == Runs.YES ? "active" : runs == Runs.NO ? "inactive" : "unknown",
        "enabled",
        enabled,
        "masked",
        false);
  }

  private static String text(Runs runs, boolean enabled) {
    String running =
        switch (runs) {
          case YES -> "started";
          case NO -> "stopped";
          case CRASHED -> "crashed";
          case UNKNOWN -> "perhaps started";
        };
    return running + ", " + (enabled ? "" : "not ") + "started at boot";
  }

  static String word(Manager manager) {
    return switch (manager) {
      case SYSTEMD -> "systemd";
      case OPENRC -> "OpenRC";
      case SYSVINIT -> "init scripts";
      case NONE -> manager.name().toLowerCase(Locale.ROOT);
    };
  }
}
