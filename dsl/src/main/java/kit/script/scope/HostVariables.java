package kit.script.scope;

import kit.model.HostSession;
import kit.model.Location;
import kit.script.value.Strict;

/** {@code vars.x} and {@code vars['x']}: the host's variables where a bare name is not enough. */
final class HostVariables implements Strict {

  private final HostSession session;
  private final Location where;

  HostVariables(HostSession session, Location where) {
    this.session = session;
    this.where = where;
  }

  @Override
  public String label() {
    return "vars";
  }

  /** For who looks at it: {@code vars} alone is no map of them. */
  @Override
  public String toString() {
    return "the variables of " + session.host() + "; vars.NAME is one of them";
  }

  @Override
  public Object getProperty(String name) {
    return HostScope.value(session, name, where);
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  @Override
  public Object optional(String name) {
    return session.has(name) ? getProperty(name) : null;
  }

  /** {@code vars['x']}. */
  public Object getAt(String name) {
    return optional(name);
  }

  /** {@code vars.get('x')}. */
  public Object get(String name) {
    return getAt(name);
  }
}
