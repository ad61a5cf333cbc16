package kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.cli.option.InventoryOptions;
import kit.cli.option.OutputOptions;
import kit.cli.option.PlayOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Table;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.model.Play;
import kit.model.Role;
import kit.report.Visible;
import kit.vars.Candidate;
import kit.vars.HostVars;
import kit.vars.RoleScope;
import kit.vars.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit why}: which value a variable has on a host, where it comes from and what it beats. */
final class WhyCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("why", "Tells where a variable's value on a host comes from.");
    InventoryOptions.addSources(spec);
    PlayOptions.addExtraVars(spec);
    Words.text(spec, "HOST", "The host.", "--host");
    String folder = "Where the playbook's group_vars and host_vars are (here).";
    Words.text(spec, "DIRECTORY", folder, "--playbook-dir");
    OutputOptions.addFormat(spec);
    Words.argument(spec, "NAME", "1", "The variable; a.b is what the map a holds under b.");
    Words.argument(spec, 1, "PLAYBOOK", "0..1", "Counts the variables of its plays too.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    String name = Words.argument(said);
    String host = Words.text(said, "--host");
    if (host.isEmpty()) {
      throw new UsageException("on which host?", "say: kit why " + name + " --host HOST");
    }
    boolean json = OutputOptions.of(said).json();
    String playbook = Words.argument(said, 1);
    Path folder = Path.of(Words.text(said, "--playbook-dir"));
    if (!playbook.isEmpty() && folder.toString().isEmpty()) {
      folder = Path.of(playbook).toAbsolutePath().getParent();
    }
    Wiring wiring = new Wiring(screen);
    Variables variables =
        wiring
            .ground()
            .variables(InventoryOptions.of(said, screen), PlayOptions.extraVars(said), folder);
    HostVars vars = variables.host(host);
    int code = Exit.OK;
    if (playbook.isEmpty()) {
      code = show(vars, name, host, "", json, screen);
    } else {
      for (Play play : plays(wiring.plays(Path.of(playbook), variables), host, variables)) {
        vars.enter(variables.play(play, List.of(host), false, false));
        List<Role> roles = roles(play, name, vars, variables);
        if (roles.isEmpty() || HostVars.isMagic(name) || !vars.candidates(first(name)).isEmpty()) {
          code = Math.max(code, show(vars, name, host, play.name(), json, screen));
        }
        for (Role role : roles) {
          int entered = enter(role, vars, variables);
          String where = play.name() + ", role " + role.title();
          code = Math.max(code, show(vars, name, host, where, json, screen));
          leave(entered, vars);
        }
      }
    }
    for (String warning : variables.warnings()) {
      screen.err.line("warning: " + warning);
    }
    return code;
  }

  /** The same for people, of a host without a playbook. */
  static void tell(HostVars vars, String name, String host, Screen screen) {
    show(vars, name, host, "", false, screen);
  }

  private static String first(String path) {
    return path.split("\\.")[0];
  }

  /** The roles of a play that themselves say something of a name. */
  private static List<Role> roles(Play play, String name, HostVars vars, Variables variables) {
    Set<Role> used = new LinkedHashSet<>();
    play.tasks().forEach(task -> task.options().role().ifPresent(used::add));
    List<Role> saying = new ArrayList<>();
    for (Role role : used) {
      int entered = enter(role, vars, variables);
      boolean says = false;
      for (Candidate each : vars.candidates(first(name))) {
        says |= each.group().equals(role.name()) && each.layer().isOfRoles();
      }
      leave(entered, vars);
      if (says) {
        saying.add(role);
      }
    }
    return saying;
  }

  /** Enters a role and those whose tasks use it. */
  private static int enter(Role role, HostVars vars, Variables variables) {
    int before = role.caller().map(caller -> enter(caller, vars, variables)).orElse(0);
    vars.enter(RoleScope.of(role, variables, Map.of()));
    return before + 1;
  }

  private static void leave(int entered, HostVars vars) {
    for (int i = 0; i < entered; i++) {
      vars.leave();
    }
  }

  private static List<Play> plays(List<Play> all, String host, Variables variables) {
    List<Play> its = new ArrayList<>();
    for (Play play : all) {
      if (Wiring.hosts(play, variables.inventory()).contains(host)) {
        its.add(play);
      }
    }
    if (its.isEmpty()) {
      throw new UsageException("no play of it runs on " + host, "leave the playbook out");
    }
    return its;
  }

  private static int show(
      HostVars vars, String path, String host, String play, boolean json, Screen screen) {
    String[] keys = path.split("\\.");
    String name = keys[0];
    String in = play.isEmpty() ? host : host + " in '" + play + "'";
    if (HostVars.isMagic(name)) {
      magic(vars, name, host, json, screen);
      return Exit.OK;
    }
    List<Origin> origins = new ArrayList<>();
    for (var candidate : vars.candidates(name)) {
      origins.add(Origin.of(vars, keys, candidate));
    }
    if (origins.isEmpty()) {
      throw unknown(vars, name, host);
    }
    Origin winner = origins.get(0);
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", path);
      object.put("host", host);
      if (!play.isEmpty()) {
        object.put("play", play);
      }
      object.put("value", winner.value());
      List<Object> all = new ArrayList<>();
      origins.forEach(origin -> all.add(origin.object()));
      object.put("from", all);
      screen.out.json(object);
    } else {
      String is = winner.works() ? " is " + winner.shown() : " has no value";
      screen.out.line(Visible.line(path + " of " + in + is));
      table(origins.subList(0, 1), screen);
      if (origins.size() > 1) {
        screen.out.line("which beats");
        table(origins.subList(1, origins.size()), screen);
      }
    }
    return winner.works() ? Exit.OK : Exit.ERROR;
  }

  private static void table(List<Origin> origins, Screen screen) {
    Table table = new Table();
    origins.forEach(origin -> table.row(origin.cells()));
    table.print("  ", screen.out);
  }

  private static void magic(HostVars vars, String name, String host, boolean json, Screen screen) {
    Object value = name.equals("hostvars") ? "the variables of every host" : vars.get(name);
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", name);
      object.put("host", host);
      object.put("value", value);
      object.put("from", List.of());
      screen.out.json(object);
    } else {
      String shown = Visible.line(AnsibleText.line(value));
      screen.out.line(name + " of " + Visible.line(host) + " is " + shown);
      screen.out.line("  set by kit itself; nothing can change it");
    }
  }

  private static UsageException unknown(HostVars vars, String name, String host) {
    boolean fact = name.equals("facts") || name.startsWith("ansible_");
    return new UsageException(
        "nothing sets '" + name + "' for " + host,
        Suggestion.hint(
            name,
            vars.names(),
            fact
                ? "facts come from the host itself: kit facts " + host
                : "kit inventory host " + host + " shows what is set"));
  }
}
