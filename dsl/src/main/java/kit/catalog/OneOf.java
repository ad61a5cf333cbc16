package kit.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Conversion to a constant: {@code 'build-dep'} is {@code BUILD_DEP}, in any case of letters. Where
 * YES or NO is a constant, true and false mean them, as in YAML.
 *
 * @param type the enum
 */
record OneOf(Class<?> type) implements Conversion {

  @Override
  public Object convert(Object value) {
    if (type.isInstance(value)) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof Boolean) {
      String text = text(value);
      String spelled = Spelling.value(text);
      for (Object constant : type.getEnumConstants()) {
        if (Spelling.value(((Enum<?>) constant).name()).equals(spelled)) {
          return constant;
        }
      }
      throw Mismatch.wants(
          wanted(), value, Suggestion.of(text, values()).map(OneOf::question).orElse(""));
    }
    throw Mismatch.wants(wanted(), value);
  }

  /** The constants as a playbook writes them. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      values.add(Spelling.value(((Enum<?>) constant).name()));
    }
    return values;
  }

  @Override
  public String wanted() {
    List<String> values = values();
    int last = values.size() - 1;
    return last == 0
        ? values.get(0)
        : String.join(", ", values.subList(0, last)) + " or " + values.get(last);
  }

  @Override
  public String plural() {
    return wanted();
  }

  private static String text(Object value) {
    return value instanceof Boolean truth ? truth ? "yes" : "no" : value.toString();
  }

  private static String question(String value) {
    return "did you mean '" + value + "'?";
  }
}
