package kit.modules.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.PlanException;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * How a service is. One {@code systemctl show} answers for all of them.
 *
 * @param name its full name, for example {@code nginx.service}
 * @param scope whose services
 */
record Unit(String name, Scope scope) implements Query<UnitState> {

  private static final List<String> KINDS =
      List.of(
          ".service",
          ".socket",
          ".timer",
          ".target",
          ".path",
          ".mount",
          ".automount",
          ".swap",
          ".slice",
          ".scope",
          ".device");

  private static final String PROPERTIES =
      "Id,Names,LoadState,LoadError,ActiveState,SubState,UnitFileState,CanReload,NeedDaemonReload";

  /** The unit that a playbook's name means: {@code nginx} is {@code nginx.service}. */
  static Unit of(String name, Scope scope) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && ":-_.\\@".indexOf(c) < 0 || i == 0 && c == '-') {
        throw new PlanException("'" + name + "' is no name of a service", "");
      }
    }
    int dot = name.lastIndexOf('.');
    boolean full = dot > 0 && KINDS.contains(name.substring(dot));
    return new Unit(full ? name : name + ".service", scope);
  }

  @Override
  public Probe<UnitState> probe(List<Query<UnitState>> batch) {
    Set<String> names = new LinkedHashSet<>();
    StringBuilder scripts = new StringBuilder();
    for (Query<UnitState> query : batch) {
      String name = ((Unit) query).name;
      if (names.add(name) && name.endsWith(".service")) {
        scripts.append(' ').append(Sh.quote(name.substring(0, name.length() - 8)));
      }
    }
    StringBuilder script = new StringBuilder(Manager.PROBE);
    script.append("if [ $kit_m = SYSTEMD ]; then ").append(scope.command("systemctl"));
    script.append(" show --no-pager -p ").append(PROPERTIES).append(" -- ");
    script.append(Sh.quote(List.copyOf(names))).append(" 2>/dev/null; fi\n");
    if (scope == Scope.SYSTEM && !scripts.isEmpty()) {
      script.append("for n in").append(scripts).append("; do if [ -e \"/etc/init.d/$n\" ]; then ");
      script.append("for f in /etc/rc[2-5].d/S[0-9][0-9]\"$n\"; do if [ -e \"$f\" ]; then ");
      script.append("printf '\\nSysv=%s.service\\n' \"$n\"; break; fi; done; fi; done\n");
    }
    return new Probe<>(script.toString(), output -> read(batch, output.text()));
  }

  @Override
  public Object kind() {
    return List.of(Unit.class, scope);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("unit", "*"), Resource.path("/etc/systemd/system"));
  }

  private static List<UnitState> read(List<Query<UnitState>> batch, String text) {
    Manager manager = Manager.of(text);
    Map<String, Map<String, String>> units = new HashMap<>();
    Set<String> sysv = new LinkedHashSet<>();
    Map<String, String> unit = new HashMap<>();
    for (String line : (text + "\n\n").split("\n", -1)) {
      int equals = line.indexOf('=');
      if (line.startsWith("Sysv=")) {
        sysv.add(line.substring(5));
      } else if (equals > 0) {
        unit.put(line.substring(0, equals), line.substring(equals + 1));
      } else if (line.isEmpty()) {
        for (String name : unit.getOrDefault("Names", "").split(" ")) {
          units.put(name, unit);
        }
        unit = new HashMap<>();
      }
    }
    List<UnitState> answers = new ArrayList<>();
    for (Query<UnitState> query : batch) {
      String name = ((Unit) query).name;
      answers.add(state(manager, name, units.getOrDefault(name, Map.of()), sysv.contains(name)));
    }
    return answers;
  }

  private static UnitState state(
      Manager manager, String name, Map<String, String> unit, boolean sysv) {
    return new UnitState(
        manager,
        unit.getOrDefault("Id", name),
        unit.getOrDefault("LoadState", ""),
        unit.getOrDefault("ActiveState", ""),
        unit.getOrDefault("SubState", ""),
        unit.getOrDefault("UnitFileState", ""),
        unit.getOrDefault("LoadError", ""),
        unit.getOrDefault("CanReload", "").equals("yes"),
        unit.getOrDefault("NeedDaemonReload", "").equals("yes"),
        sysv);
  }
}
