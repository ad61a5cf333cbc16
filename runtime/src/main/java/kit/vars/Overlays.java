package kit.vars;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.data.Overlay;
import kit.data.Setting;
import kit.model.KitException;
import kit.model.Problem;

/** Puts values with {@code !merge} and {@code !append} over those of weaker places. */
final class Overlays {

  private final Values values;
  private final Scope scope;

  Overlays(Values values, Scope scope) {
    this.values = values;
    this.scope = scope;
  }

  /**
   * @param all every value of a name, the strongest first
   */
  Object of(String name, List<Candidate> all) {
    int base = 0;
    while (base < all.size() && all.get(base).setting().value() instanceof Overlay) {
      base++;
    }
    Object value = base < all.size() ? plain(all.get(base)) : null;
    for (int i = base - 1; i >= 0; i--) {
      Setting setting = all.get(i).setting();
      Object more = ((Overlay) setting.value()).value();
      Object top = values.of(new Setting(more, setting.location()), scope);
      if (value != null && value instanceof Map<?, ?> != top instanceof Map<?, ?>) {
        throw mismatch(name, all.get(i), all.get(Math.min(i + 1, all.size() - 1)));
      }
      value = value == null ? top : both(name, value, top, all.get(i));
    }
    return value;
  }

  private Object plain(Candidate candidate) {
    return candidate.data() ? candidate.setting().value() : values.of(candidate.setting(), scope);
  }

  private static Object both(String name, Object weaker, Object stronger, Candidate at) {
    if (weaker instanceof Map<?, ?> below && stronger instanceof Map<?, ?> above) {
      Map<Object, Object> merged = new LinkedHashMap<>(below);
      above.forEach(
          (key, value) -> {
            boolean maps = merged.get(key) instanceof Map<?, ?> && value instanceof Map<?, ?>;
            merged.put(key, maps ? both(name, merged.get(key), value, at) : value);
          });
      return merged;
    }
    if (weaker instanceof List<?> below && stronger instanceof List<?> above) {
      List<Object> joined = new ArrayList<>(below);
      joined.addAll(above);
      return joined;
    }
    throw mismatch(name, at, at);
  }

  private static KitException mismatch(String name, Candidate at, Candidate below) {
    return new KitException(
        new Problem(
            at.setting().location(),
            "'" + name + "' cannot be put over the value below it, which is of another kind",
            "that one stands at " + below.setting().location()));
  }
}
