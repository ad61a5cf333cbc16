package kit.role;

import java.util.List;
import java.util.Optional;

/**
 * A variable that a role says it wants.
 *
 * @param name the variable
 * @param type what its values must be
 * @param required whether something has to give it a value
 * @param otherwise the value if nothing gives one; empty if there is none
 * @param choices the possible values; empty for any
 * @param description what it is for; empty if the role does not say
 */
public record RoleParameter(
    String name,
    ParameterType type,
    boolean required,
    Optional<Object> otherwise,
    List<Object> choices,
    String description) {

  public RoleParameter {
    choices = List.copyOf(choices);
  }

  /** What is wrong with a value, as the end of a sentence; empty if nothing is. */
  public String wrong(Object value) {
    return wrong(value, true);
  }

  /**
   * @param open whether the value may be told; one from inventories may be secret
   */
  public String wrong(Object value, boolean open) {
    if (value == null) {
      return required ? "wants a value, not null" : "";
    }
    if (!type.takes(value)) {
      return "wants " + type.wanted() + (open ? ", not " + shown(value) : "");
    }
    List<?> each = value instanceof List<?> list ? list : List.of(value);
    for (Object one : each) {
      if (!choices.isEmpty() && !chosen(one)) {
        return open ? "cannot be " + shown(one) : "is none of " + choices;
      }
    }
    return "";
  }

  private boolean chosen(Object value) {
    for (Object choice : choices) {
      if (String.valueOf(choice).equals(String.valueOf(value))) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Object value) {
    if (value instanceof List<?>) {
      return "a list";
    }
    return value instanceof java.util.Map<?, ?> ? "a map" : "'" + value + "'";
  }
}
