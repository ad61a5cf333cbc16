package kit.script.scope;

import kit.model.HostSession;
import kit.model.Location;
import kit.script.value.Strict;
import kit.script.value.StrictMap;

/** {@code hostvars['db1'].x}: the variables of other hosts. */
final class OtherHosts implements Strict {

  private final HostSession session;
  private final Location where;

  OtherHosts(HostSession session, Location where) {
    this.session = session;
    this.where = where;
  }

  @Override
  public String label() {
    return "hostvars";
  }

  @Override
  public Object getProperty(String host) {
    return new StrictMap(
        "the variables of " + host, session.variablesOf(host, where), session.secrets());
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  @Override
  public Object optional(String host) {
    return getProperty(host);
  }

  /** {@code hostvars['db1']}. */
  public Object getAt(String host) {
    return getProperty(host);
  }
}
