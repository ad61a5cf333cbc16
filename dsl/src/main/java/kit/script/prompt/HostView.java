package kit.script.prompt;

import java.util.List;
import java.util.Map;
import kit.model.Location;
import kit.script.value.Strict;
import kit.script.value.StrictMap;

/** One host of a {@link HostSet}. */
public final class HostView implements Strict {

  private static final List<String> FIELDS = List.of("name", "facts", "vars", "groups");

  private final String name;
  private final PromptNames session;

  HostView(String name, PromptNames session) {
    this.name = name;
    this.session = session;
  }

  public String name() {
    return name;
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Object getProperty(String field) {
    Object value = optional(field);
    if (value == null) {
      throw Strict.unknown(label(), field, FIELDS);
    }
    return value;
  }

  @Override
  public void setProperty(String field, Object value) {
    throw Strict.assigned(label(), field);
  }

  @Override
  public Object optional(String field) {
    return switch (field) {
      case "name" -> name;
      case "groups" -> session.groups(name);
      case "vars" ->
          new StrictMap("vars of " + name, session.vars(name, Location.NONE), session.secrets());
      case "facts" ->
          new StrictMap(
              "facts of " + name,
              session.facts(List.of(name)).getOrDefault(name, Map.of()),
              session.secrets());
      default -> null;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
