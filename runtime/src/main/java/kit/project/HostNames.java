package kit.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kit.data.Setting;
import kit.engine.HostScope;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.model.Role;
import kit.spi.Result;
import kit.vars.HostVars;
import kit.vars.RoleScope;
import kit.vars.Variables;

/** The variables of one host as the engine uses them. */
final class HostNames implements HostScope {

  private final HostVars vars;
  private final Variables all;
  private final ProjectFiles files;
  private final Supplier<List<String>> groups;
  private final Deque<Optional<Role>> roles = new ArrayDeque<>();
  private final Map<Role, RoleScope> known = new HashMap<>();

  HostNames(HostVars vars, Variables all, ProjectFiles files, Supplier<List<String>> groups) {
    this.vars = vars;
    this.all = all;
    this.files = files;
    this.groups = groups;
  }

  HostVars vars() {
    return vars;
  }

  @Override
  public void begin(HostSession session) {
    vars.facts(session::facts);
    vars.computing(code -> code.of(session));
  }

  @Override
  public void gathered(Map<String, Object> facts) {
    vars.gathered(facts);
  }

  @Override
  public boolean has(String name) {
    return vars.has(name);
  }

  @Override
  public Set<String> names() {
    return vars.names();
  }

  @Override
  public Object get(String name, Location where) {
    Object value = vars.get(name, where);
    return value instanceof ResultMap kept ? kept.result() : value;
  }

  @Override
  public void set(String name, Object value) {
    vars.set(name, kept(value), Location.NONE);
  }

  @Override
  public void push(Map<String, Object> variables) {
    vars.push(variables, Location.NONE);
  }

  @Override
  public void enter(Role role) {
    RoleScope scope =
        known.computeIfAbsent(role, its -> RoleScope.of(its, all, new ConcurrentHashMap<>()));
    vars.enter(scope);
    roles.push(Optional.of(role));
  }

  @Override
  public void leave() {
    roles.pop();
    vars.leave();
  }

  @Override
  public void outside(Runnable body) {
    vars.outside();
    roles.push(Optional.empty());
    try {
      body.run();
    } finally {
      leave();
    }
  }

  @Override
  public void include(String path, String name, Location where) {
    Optional<Role> role = roles.isEmpty() ? Optional.empty() : roles.peek();
    Optional<Path> found = files.variables(path, role);
    if (found.isEmpty()) {
      throw new KitException(
          new Problem(
              where,
              "there is no file of variables '" + path + "'",
              "it is looked for in vars/ of the role and beside the playbook"));
    }
    Path file = found.get();
    Map<String, Setting> read = Files.isDirectory(file) ? all.directory(file) : all.file(file);
    if (!name.isEmpty()) {
      Map<String, Object> whole = new LinkedHashMap<>();
      read.forEach((key, setting) -> whole.put(key, setting.value()));
      read = Map.of(name, new Setting(whole, new Location(file.toString(), 0, 0)));
    }
    if (role.isPresent()) {
      known.get(role.get()).included().putAll(read);
    } else {
      vars.include(read);
    }
  }

  @Override
  public void pop() {
    vars.pop();
  }

  @Override
  public List<String> groups() {
    return groups.get();
  }

  private static Object kept(Object value) {
    return value instanceof Result result ? new ResultMap(result) : value;
  }
}
