package kit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.catalog.Suggestion;
import kit.data.Overlay;
import kit.inventory.InventoryListing;
import kit.model.KitException;
import kit.model.Problem;
import kit.vars.Candidate;
import kit.vars.HostVars;
import kit.vars.Layer;

/**
 * One of the values written for a variable, or for a part of it.
 *
 * @param place where it stands, file and line
 * @param layer what decides its rank, for example {@code group web}
 * @param written the value as written
 * @param value what that comes to; null if it does not work
 * @param wrong why it does not work; empty if it does
 * @param secret whether it is not to be shown
 */
record Origin(
    String place, String layer, Object written, Object value, String wrong, boolean secret) {
  private static final String MASK = "******";

  /**
   * @param keys the name of the variable, then what leads to a part of it
   */
  static Origin of(HostVars vars, String[] keys, Candidate candidate) {
    boolean group = candidate.layer() == Layer.GROUPS || candidate.layer() == Layer.ALL;
    String of = group || candidate.group().isEmpty() ? "" : " of " + candidate.group();
    String layer = group ? "group " + candidate.group() : candidate.layer().title() + of;
    String place = candidate.setting().location().toString();
    Object said = candidate.setting().value();
    Object written = part(said instanceof Overlay over ? over.value() : said, keys);
    boolean secret = Written.isPassword(keys[0]) || Written.isVaulted(written);
    if (secret) {
      return new Origin(place, layer, MASK, MASK, "", true);
    }
    Object plain = InventoryListing.plain(written);
    try {
      Object value = vars.value(keys[0], candidate);
      for (int i = 1; i < keys.length; i++) {
        value = below(value, keys, i);
      }
      return new Origin(place, layer, plain, value, "", false);
    } catch (KitException e) {
      Problem problem = e.problems().get(0);
      String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
      return new Origin(place, layer, plain, null, problem.message() + hint, false);
    }
  }

  boolean works() {
    return wrong.isEmpty();
  }

  /** The value on one line. */
  String shown() {
    return AnsibleText.line(value);
  }

  /** Place, layer, the value as written and, where that differs, what it comes to. */
  String[] cells() {
    String text = AnsibleText.line(written);
    String comes = works() ? "= " + shown() : "does not work: " + wrong;
    return works() && text.equals(shown())
        ? new String[] {place, layer, text}
        : new String[] {place, layer, text, comes};
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("place", place);
    object.put("layer", layer);
    object.put("written", written);
    if (works()) {
      object.put("value", value);
    } else {
      object.put("wrong", wrong);
    }
    return object;
  }

  /** The part of a value as written, as far as the value is a map there and not a template. */
  private static Object part(Object value, String[] keys) {
    Object part = value;
    for (int i = 1; i < keys.length; i++) {
      Object next = step(part, keys[i]);
      if (next == null) {
        break;
      }
      part = next;
    }
    return part;
  }

  private static Object below(Object value, String[] keys, int at) {
    Object next = step(value, keys[at]);
    if (next == null) {
      String whole = String.join(".", List.of(keys).subList(0, at));
      List<String> names =
          value instanceof Map<?, ?> map
              ? map.keySet().stream().map(String::valueOf).toList()
              : List.of();
      throw new KitException(
          "there is no '" + keys[at] + "' in " + whole, Suggestion.hint(keys[at], names, ""));
    }
    return next;
  }

  private static Object step(Object value, String key) {
    if (value instanceof Map<?, ?> map) {
      return map.get(key);
    }
    if (value instanceof List<?> list && key.length() < 6 && key.matches("[0-9]+")) {
      int index = Integer.parseInt(key);
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }
}
