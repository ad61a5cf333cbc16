package kit.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Location;
import kit.model.Secrets;

/** The values of a file that is vaulted as a whole: each is secret from loading on. */
public final class VaultedFile {
  private final Secrets secrets;

  public VaultedFile(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Notes a value, and what is below it, as secret. */
  public void note(Setting setting) {
    of(setting.value(), setting.location());
  }

  /** The file with its values noted as secret. */
  DataFile hidden(DataFile file, String name) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Map.Entry<String, Setting> entry : file.settings().entrySet()) {
      Setting setting = entry.getValue();
      Object value = of(setting.value(), setting.location());
      settings.put(entry.getKey(), new Setting(value, setting.location()));
    }
    Object root = of(file.root(), new Location(name, 0, 0));
    return new DataFile(root, settings, file.warnings());
  }

  private Object of(Object value, Location at) {
    if (value instanceof String text) {
      boolean template = text.contains("{{") || text.contains("{%");
      if (template) {
        return new Hidden(text);
      }
      secrets.add(text, at);
    } else if (value instanceof Verbatim verbatim) {
      secrets.add(verbatim.text(), at);
    } else if (value instanceof Number number && number.toString().length() > 5) {
      secrets.add(number.toString(), at);
    } else if (value instanceof List<?> list) {
      return list.stream().map(item -> of(item, at)).toList();
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, of(item, at)));
      return java.util.Collections.unmodifiableMap(out);
    }
    return value;
  }
}
