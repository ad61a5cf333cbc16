package kit.script.verb;

import java.util.List;
import kit.model.HostSession;
import kit.model.Location;
import kit.script.value.Strict;
import kit.script.value.StrictMap;

/** {@code host('db1')}: another host of the run. */
final class OtherHost implements Strict {

  private final HostSession session;
  private final String name;
  private final Location where;

  OtherHost(HostSession session, String name, Location where) {
    this.session = session;
    this.name = name;
    this.where = where;
  }

  @Override
  public String label() {
    return "host('" + name + "')";
  }

  @Override
  public Object getProperty(String field) {
    Object value = optional(field);
    if (value == null) {
      throw Strict.unknown(label(), field, List.of("name", "vars", "facts"));
    }
    return value;
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  @Override
  public Object optional(String field) {
    return switch (field) {
      case "name" -> name;
      case "vars" ->
          new StrictMap(label() + ".vars", session.variablesOf(name, where), session.secrets());
      case "facts" ->
          new StrictMap(label() + ".facts", session.factsOf(name, where), session.secrets());
      default -> null;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
