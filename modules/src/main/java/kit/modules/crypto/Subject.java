package kit.modules.crypto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/**
 * A distinguished name.
 *
 * @param fields its attributes in order
 */
record Subject(List<Field> fields) {

  /**
   * One attribute.
   *
   * @param oid which one
   * @param value its text
   */
  record Field(String oid, String value) {}

  static Subject of(Der name) {
    List<Field> fields = new ArrayList<>();
    for (Der group : name.parts()) {
      for (Der pair : group.parts()) {
        fields.add(new Field(pair.part(0).oid(), pair.part(1).text()));
      }
    }
    return new Subject(List.copyOf(fields));
  }

  /**
   * The attributes of maps, each key with a text or several.
   *
   * @throws PlanException if a key or a value cannot be one
   */
  static Subject of(List<Map<String, Object>> maps) {
    List<Field> fields = new ArrayList<>();
    for (Map<String, Object> map : maps) {
      map.forEach(
          (key, value) -> {
            for (Object each : value instanceof List<?> several ? several : List.of(value)) {
              fields.add(field(key, String.valueOf(each)));
            }
          });
    }
    return new Subject(List.copyOf(fields));
  }

  private static Field field(String key, String value) {
    String oid =
        Names.SUBJECT
            .oid(key)
            .orElseThrow(
                () ->
                    new PlanException(
                        "the subject has no attribute '" + visible(key) + "'",
                        "CN, O, OU, C, ST, L, emailAddress, ... or an identifier such as 2.5.4.65"));
    if (!value.equals(visible(value)) || value.isBlank() || !value.strip().equals(value)) {
      throw new PlanException(
          key + " cannot be '" + visible(value) + "'",
          "text in one line, without blanks around it");
    }
    if (oid.equals("2.5.4.6") && value.length() != 2) {
      throw new PlanException(key + " '" + value + "' is no country", "two letters: DE");
    }
    return new Field(oid, value);
  }

  boolean has(String oid) {
    return first(oid) != null;
  }

  /** The first value of an attribute; null if there is none. */
  String first(String oid) {
    for (Field field : fields) {
      if (field.oid.equals(oid)) {
        return field.value;
      }
    }
    return null;
  }

  /** Whether both say the same in whatever order. */
  boolean sameAs(Subject other) {
    return new HashSet<>(fields).equals(new HashSet<>(other.fields));
  }

  /** For people: {@code CN = example.org, O = Example}. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      text.append(text.isEmpty() ? "" : ", ").append(Names.SUBJECT.name(field.oid));
      text.append(" = ").append(visible(field.value));
    }
    return text.toString();
  }

  /** The lines of a section in a configuration of openssl, see config(5ssl). */
  String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      lines.append(i).append('.').append(Names.SUBJECT.name(field.oid)).append(" = ");
      for (char c : field.value.toCharArray()) {
        boolean plain = c > '~' || c == ' ' || Character.isLetterOrDigit(c);
        lines.append(plain ? "" : "\\").append(c);
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  /** The text with whatever a terminal would obey replaced. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    for (char c : text.toCharArray()) {
      visible.append(Character.isISOControl(c) ? '?' : c);
    }
    return visible.toString();
  }
}
