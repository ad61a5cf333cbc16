package kit.inventory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.data.Json;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.data.Verbatim;
import kit.model.KitException;
import kit.model.Location;

/**
 * Asks a program for an inventory as Ansible does: {@code --list} prints groups, and the variables
 * of all hosts under {@code _meta}; without that, {@code --host NAME} prints those of a host.
 */
final class ProgramReader {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Set<String> PARTS = Set.of("hosts", "vars", "children");

  private final Path file;
  private final Location at;
  private final Program program;
  private final InventoryBuilder into;
  private final Set<String> hosts = new LinkedHashSet<>();

  ProgramReader(Path file, InventoryBuilder into) {
    this(file, into, LIMIT);
  }

  ProgramReader(Path file, InventoryBuilder into, Duration limit) {
    this.file = file;
    this.at = new Location(file.toString(), 0, 0);
    this.program = new Program(file, limit);
    this.into = into;
  }

  void read() {
    try {
      groups();
    } catch (SourceException e) {
      throw e;
    } catch (KitException e) {
      throw new SourceException(e.problems().get(0));
    }
  }

  private void groups() {
    Map<?, ?> groups = asked("--list");
    for (Map.Entry<?, ?> group : groups.entrySet()) {
      if (!group.getKey().equals("_meta")) {
        group(group.getKey().toString(), group.getValue());
      }
    }
    Object meta = groups.get("_meta");
    boolean known = meta instanceof Map<?, ?> told && told.containsKey("hostvars");
    Map<?, ?> vars = known ? map(((Map<?, ?>) meta).get("hostvars"), "_meta: hostvars") : Map.of();
    for (String host : hosts) {
      Object its = known ? vars.get(host) : asked("--host", host);
      if (its != null) {
        map(its, "_meta: hostvars: " + host)
            .forEach((name, value) -> into.setHostVar(host, name.toString(), setting(value)));
      }
    }
  }

  private void group(String name, Object content) {
    into.addGroup(name, at);
    Map<?, ?> parts = parts(name, content);
    for (Object host : list(parts.get("hosts"), name + ": hosts")) {
      String its = text(host, name + ": hosts");
      into.addHost(its, name, 0, at);
      hosts.add(its);
    }
    if (parts.get("vars") != null) {
      map(parts.get("vars"), name + ": vars")
          .forEach((key, value) -> into.setGroupVar(name, key.toString(), setting(value)));
    }
    for (Object child : list(parts.get("children"), name + ": children")) {
      String its = text(child, name + ": children");
      into.addGroup(its, at);
      into.addChild(name, its, at);
    }
  }

  /** The short forms of a group: only its hosts; or, without any part, a host and its variables. */
  private static Map<?, ?> parts(String name, Object content) {
    if (!(content instanceof Map<?, ?> map)) {
      Map<String, Object> parts = new LinkedHashMap<>();
      parts.put("hosts", content == null ? "nothing" : content);
      return parts;
    }
    for (Object part : map.keySet()) {
      if (PARTS.contains(part)) {
        return map;
      }
    }
    return Map.of("hosts", List.of(name), "vars", map);
  }

  private Map<?, ?> asked(String... arguments) {
    Program.Printed printed = program.call(arguments);
    if (!printed.complaints().isBlank()) {
      into.warn(file + " says: " + Program.tail(printed.complaints()).strip());
    }
    String text = printed.text().strip();
    if (text.isEmpty() && arguments[0].equals("--host")) {
      return Map.of();
    }
    Object json = Json.tryRead(text);
    if (json instanceof Map<?, ?> map) {
      return map;
    }
    String first = text.lines().findFirst().orElse("nothing at all");
    throw new SourceException(
        file,
        "'"
            + file.getFileName()
            + " "
            + String.join(" ", arguments)
            + "' "
            + (json == null ? "printed no JSON" : "printed JSON that is no object"),
        "it printed: " + (first.length() > 80 ? first.substring(0, 80) + "..." : first));
  }

  private Map<?, ?> map(Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(where, "an object");
  }

  private List<?> list(Object value, String where) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(where, "a list");
  }

  private String text(Object value, String where) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(where, "a list of names");
  }

  private SourceException wrong(String where, String expected) {
    String message = "in what it prints, '" + where + "' is not " + expected;
    return new SourceException(file, message, "run it with --list and look");
  }

  private Setting setting(Object value) {
    return new Setting(value(value), at);
  }

  private Object value(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("__ansible_vault") instanceof String ciphertext) {
        return new Vaulted(ciphertext, at);
      }
      if (map.get("__ansible_unsafe") instanceof String text) {
        return new Verbatim(text);
      }
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key.toString(), value(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(value(item)));
      return copy;
    }
    return value;
  }
}
