package kit.discovery;

import java.util.Map;
import java.util.Set;
import kit.data.Setting;
import kit.model.Location;
import kit.vars.Scope;

/** The variables that other sources have given a host; rendered when they are read. */
final class KnownSoFar implements Scope {
  private static final int DEEPEST = 50;

  private final Map<String, Setting> settings;
  private final Plain plain;
  private final Scope none = new HostScope(Map.of());
  private int depth;

  KnownSoFar(Map<String, Setting> settings, Plain plain) {
    this.settings = settings;
    this.plain = plain;
  }

  @Override
  public boolean has(String name) {
    return settings.containsKey(name);
  }

  @Override
  public Object get(String name, Location where) {
    Setting setting = settings.get(name);
    if (setting == null || depth > DEEPEST) {
      return none.get(name, where);
    }
    depth++;
    try {
      return plain.value(setting.value(), this, setting.location());
    } finally {
      depth--;
    }
  }

  @Override
  public Set<String> names() {
    return settings.keySet();
  }
}
