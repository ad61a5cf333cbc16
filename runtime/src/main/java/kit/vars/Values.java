package kit.vars;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.data.Hidden;
import kit.data.Overlay;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.data.Verbatim;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/** Makes a value as written into one as read: rendered, decrypted, to any depth. */
final class Values {
  private final Vault vault;
  private final Renderer renderer;

  Values(Vault vault, Renderer renderer) {
    this.vault = vault;
    this.renderer = renderer;
  }

  Object of(Setting setting, Scope scope) {
    return of(setting.value(), setting.location(), scope);
  }

  private Object of(Object value, Location where, Scope scope) {
    if (value instanceof String text) {
      boolean template = text.contains("{{") || text.contains("{%") || text.contains("{#");
      return template ? renderer.value(text, scope, where) : text;
    }
    if (value instanceof Verbatim verbatim) {
      return verbatim.text();
    }
    if (value instanceof Vaulted vaulted) {
      return vault.text(vaulted.ciphertext(), vaulted.location());
    }
    if (value instanceof Hidden hidden) {
      return noted(renderer.value(hidden.text(), scope, where), where);
    }
    if (value instanceof Overlay) {
      throw new KitException(
          new Problem(
              where,
              "!merge and !append are for the whole value of a variable",
              "write name: !merge {...}"));
    }
    if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>(list.size());
      for (Object item : list) {
        out.add(of(item, where, scope));
      }
      return out;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.put(entry.getKey(), of(entry.getValue(), where, scope));
      }
      return out;
    }
    return value;
  }

  /** A value whose texts are secret from now on. */
  private Object noted(Object value, Location where) {
    if (value instanceof String text) {
      vault.hidden().add(text, where);
    } else if (value instanceof List<?> list) {
      list.forEach(item -> noted(item, where));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> noted(item, where));
    }
    return value;
  }
}
