package kit.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.catalog.Given;
import kit.data.Vaulted;
import kit.data.Verbatim;
import kit.model.Location;
import kit.vars.Renderer;
import kit.vars.Scope;
import kit.vault.Vault;

/** Makes plain values of what files hold: opens what is vaulted and renders what is a template. */
public final class Plain {
  private final Vault vault;
  private final Renderer renderer;

  public Plain(Vault vault, Renderer renderer) {
    this.vault = vault;
    this.renderer = renderer;
  }

  List<Given> all(List<Given> settings) {
    Scope nothing = new HostScope(Map.of());
    List<Given> plain = new ArrayList<>();
    for (Given each : settings) {
      Object value = value(each.value(), nothing, each.location());
      plain.add(Given.named(each.name().orElse(""), value, each.location()));
    }
    return plain;
  }

  Object value(Object value, Scope scope, Location at) {
    if (value instanceof Vaulted vaulted) {
      return vault.text(vaulted.ciphertext(), vaulted.location());
    }
    if (value instanceof Verbatim verbatim) {
      return verbatim.text();
    }
    if (value instanceof String text) {
      return text.contains("{{") || text.contains("{%") ? renderer.value(text, scope, at) : text;
    }
    if (value instanceof List<?> items) {
      List<Object> plain = new ArrayList<>();
      items.forEach(item -> plain.add(value(item, scope, at)));
      return plain;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((key, item) -> plain.put(key, value(item, scope, at)));
      return plain;
    }
    return value;
  }
}
