package kit.modules.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Resource;

/** From how a unit is to how it should be. */
final class UnitPlan {

  private final Goal goal;
  private final UnitState now;
  private final Systemctl systemctl;
  private final List<String> verbs = new ArrayList<>();
  private String active;
  private String file;
  private String load;

  private UnitPlan(Goal goal, UnitState now) {
    this.goal = goal;
    this.now = now;
    this.systemctl = new Systemctl(goal, now.id());
    this.active = now.active();
    this.file = now.file();
    this.load = now.load();
  }

  static Plan of(Goal goal, Host host) {
    UnitState now = host.ask(goal.unit());
    if (now.manager() == Manager.NONE) {
      return Plan.refused(
          goal.unit().name()
              + " can be neither started nor enabled: nothing on this host manages services"
              + " (process 1 is "
              + host.ask(new FirstProcess())
              + ")",
          "in a container, let its own command run the service, or leave the call out there");
    }
    if (now.manager() != Manager.SYSTEMD) {
      return Plan.refused(
          "services of this host are managed by " + InitPlan.word(now.manager()),
          "module service works there too");
    }
    boolean unknown = !now.found() && !goal.daemonReload();
    if (unknown && (goal.state().isPresent() || goal.enabled().isPresent())) {
      String name = goal.unit().name();
      String near = UnitNames.nearest(name, host.ask(new UnitNames(goal.unit().scope())));
      return Plan.refused(
          "the host has no unit " + name, near.isEmpty() ? "" : "did you mean '" + near + "'?");
    }
    return new UnitPlan(goal, now).plan();
  }

  private Plan plan() {
    boolean starts =
        goal.wants(State.STARTED) || goal.wants(State.RESTARTED) || goal.wants(State.RELOADED);
    if (now.load().equals("error") || now.load().equals("bad-setting")) {
      return Plan.refused(
          goal.unit().name() + " cannot be loaded: " + now.error(), "mend its file");
    }
    if (now.masked() && goal.masked().orElse(true) && (starts || goal.enabled().orElse(false))) {
      return Plan.refused(goal.unit().name() + " is masked", "masked: false makes it usable");
    }
    if (goal.wants(State.RELOADED) && now.running() && !now.canReload()) {
      return Plan.refused(goal.unit().name() + " cannot reload", "use state: 'restarted'");
    }
    if (goal.daemonReload() && (now.needsReload() || !now.found())) {
      systemctl.run("daemon-reload");
      verbs.add("daemon-reload");
    }
    boolean masks = goal.masked().orElse(false) && !now.masked();
    if (now.masked() && !goal.masked().orElse(true)) {
      act("unmask");
      load = "loaded";
      file = "disabled";
    }
    if (masks) {
      // a masked unit could no longer be stopped or disabled
      run();
      enable();
      act("mask");
      load = "masked";
      file = "masked";
    } else {
      enable();
      run();
    }
    return verbs.isEmpty() ? unchanged() : change();
  }

  private void enable() {
    if (goal.enabled().isEmpty()
        || file.equals("masked")
        || now.fixed() && load.equals(now.load())) {
      return;
    }
    boolean wanted = goal.enabled().get();
    boolean unmasked = !load.equals(now.load());
    boolean is = !unmasked && now.enabled();
    if (wanted != is) {
      act(wanted ? "enable" : "disable");
      file = wanted ? "enabled" : "disabled";
    }
  }

  private void run() {
    if (goal.state().isEmpty()) {
      return;
    }
    switch (goal.state().get()) {
      case STARTED -> {
        if (!now.running()) {
          start("start");
        }
      }
      case STOPPED -> {
        if (now.running() || active.equals("deactivating") || active.equals("activating")) {
          act("stop");
          active = "inactive";
        }
      }
      case RESTARTED -> start(now.running() ? "restart" : "start");
      case RELOADED -> {
        if (now.running()) {
          act("reload");
        } else {
          start("start");
        }
      }
    }
  }

  private void start(String verb) {
    systemctl.start(verb);
    verbs.add(verb);
    active = "active";
  }

  private void act(String verb) {
    systemctl.act(verb);
    verbs.add(verb);
  }

  private Plan unchanged() {
    StringBuilder is = new StringBuilder();
    goal.state().ifPresent(state -> is.append(now.active()));
    goal.enabled().ifPresent(yes -> is.append(is.isEmpty() ? "" : ", ").append(now.file()));
    goal.masked()
        .ifPresent(
            yes -> is.append(is.isEmpty() ? "" : ", ").append(yes ? "masked" : "not masked"));
    String how = is.isEmpty() ? "up to date" : is.toString();
    return Plan.unchanged(goal.unit().name() + " is " + how, values(now));
  }

  private Change change() {
    UnitState after = now.with(active, file, load);
    Change change =
        Plan.change(String.join(", ", verbs) + " " + goal.unit().name())
            .diff(Diff.of(goal.unit().name(), text(now), text(after)))
            .run(systemctl.script())
            .predicts(goal.unit(), after)
            .touches(new Resource("unit", "*"), Resource.path("/etc/systemd/system"));
    for (Map.Entry<String, Object> value : values(after).entrySet()) {
      change = change.value(value.getKey(), value.getValue());
    }
    boolean opaque =
        verbs.contains("start") || verbs.contains("restart") || verbs.contains("reload");
    return opaque ? change.touches(Resource.ANYTHING) : change;
  }

  private Map<String, Object> values(UnitState state) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", goal.unit().name());
    values.put("active", state.active());
    values.put("enabled", state.enabled() || state.file().equals("enabled"));
    values.put("masked", state.masked());
    return values;
  }

  private static String text(UnitState state) {
    return (state.active().isEmpty() ? "" : "active: " + state.active() + "\n")
        + (state.file().isEmpty() ? "" : "at boot: " + state.file() + "\n");
  }
}
