package kit.project;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kit.engine.HostScope;
import kit.model.HostSession;
import kit.model.Location;
import kit.spi.Result;
import kit.vars.HostVars;

/** The variables of one host as the engine uses them. */
final class HostNames implements HostScope {

  private final HostVars vars;
  private final Supplier<List<String>> groups;

  HostNames(HostVars vars, Supplier<List<String>> groups) {
    this.vars = vars;
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
