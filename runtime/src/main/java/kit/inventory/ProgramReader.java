package kit.inventory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.data.Json;
import kit.data.JsonException;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.data.Verbatim;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * Asks a program for an inventory as Ansible does: {@code --list} prints groups, and the variables
 * of all hosts under {@code _meta}; without that, {@code --host NAME} prints those of a host.
 */
final class ProgramReader {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String LIST = "--list";
  private static final String HOST = "--host";
  private static final String META = "_meta";
  private static final Set<String> PARTS = Set.of("hosts", "vars", "children");

  private final Path file;
  private final Location at;
  private final Program program;
  private final InventoryBuilder into;
  private final Memory memory;
  private final Set<String> mended = new HashSet<>();

  ProgramReader(Path file, InventoryBuilder into, Memory memory) {
    this(file, into, memory, LIMIT);
  }

  ProgramReader(Path file, InventoryBuilder into, Memory memory, Duration limit) {
    this.file = file;
    this.at = new Location(file.toString(), 0, 0);
    this.program = new Program(file, limit);
    this.into = into;
    this.memory = memory;
  }

  void read() {
    try {
      Map<String, Object> told = told();
      Map<?, ?> groups = (Map<?, ?>) told.get(LIST);
      groups.forEach(
          (name, content) -> {
            if (!name.equals(META)) {
              group(name.toString(), content);
            }
          });
      Map<?, ?> vars = (Map<?, ?>) told.get(HOST);
      for (String host : hosts(groups)) {
        if (vars.get(host) != null) {
          map(vars.get(host), "_meta: hostvars: " + host)
              .forEach((name, value) -> into.setHostVar(host, name.toString(), setting(value)));
        }
      }
    } catch (SourceException e) {
      throw e;
    } catch (KitException e) {
      throw new SourceException(e.problems().get(0));
    }
  }

  /** All that the program says, or all that it said the last time: never some of each. */
  private Map<String, Object> told() {
    String key = file.toAbsolutePath().toString();
    try {
      Map<String, Object> told = new LinkedHashMap<>();
      Map<?, ?> groups = asked(LIST);
      told.put(LIST, groups);
      told.put(HOST, vars(groups));
      if (memory.willDo()) { // programs may tell secrets: without a wish for it none is kept
        memory.keep(key, told);
      }
      return told;
    } catch (SourceException e) { // not for names that are none: that is an answer
      Optional<Memory.Old> old = memory.last(key);
      if (old.isEmpty()) {
        throw e;
      }
      Problem problem = e.problems().get(0);
      if (!memory.willDo()) {
        String offer = "; --allow-stale takes its answer of " + old.get().age() + " ago";
        throw new SourceException(file, problem.message(), problem.hint() + offer);
      }
      into.warn(
          file
              + ": "
              + problem.message()
              + "; going on with its answer of "
              + old.get().age()
              + " ago");
      return old.get().told();
    }
  }

  private Map<?, ?> vars(Map<?, ?> groups) {
    if (groups.get(META) instanceof Map<?, ?> meta && meta.containsKey("hostvars")) {
      return map(meta.get("hostvars"), "_meta: hostvars");
    }
    Map<String, Object> vars = new LinkedHashMap<>();
    for (String host : hosts(groups)) {
      vars.put(host, asked(HOST, host));
    }
    return vars;
  }

  private Set<String> hosts(Map<?, ?> groups) {
    Set<String> hosts = new LinkedHashSet<>();
    groups.forEach(
        (name, content) -> {
          if (!name.equals(META)) {
            Object its = parts(name.toString(), content).get("hosts");
            for (Object host : list(its, name + ": hosts")) {
              hosts.add(Names.check(text(host, name + ": hosts"), "host", at));
            }
          }
        });
    return hosts;
  }

  private void group(String said, Object content) {
    String name = named(said);
    into.addGroup(name, at);
    Map<?, ?> parts = parts(name, content);
    for (Object host : list(parts.get("hosts"), name + ": hosts")) {
      String its = text(host, name + ": hosts");
      into.addHost(its, name, 0, at);
    }
    if (parts.get("vars") != null) {
      map(parts.get("vars"), name + ": vars")
          .forEach((key, value) -> into.setGroupVar(name, key.toString(), setting(value)));
    }
    for (Object child : list(parts.get("children"), name + ": children")) {
      String its = named(text(child, name + ": children"));
      into.addGroup(its, at);
      into.addChild(name, its, at);
    }
  }

  /** Ansible lets groups be called anything; here files and patterns are named by them too. */
  private String named(String group) {
    String name = Names.mended(group);
    if (!name.equals(group) && mended.add(group)) {
      into.warn(
          file + ": the group '" + Names.printable(group) + "' is called '" + name + "' here");
    }
    return name;
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
    if (text.isEmpty() && arguments[0].equals(HOST)) {
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
            + (json == null ? "printed no JSON" : "printed JSON that is no object")
            + (text.startsWith("{") ? ": " + wrong(text) : ""),
        "it printed: " + (first.length() > 80 ? first.substring(0, 80) + "..." : first));
  }

  /** Why text that begins as an object is none. */
  private static String wrong(String text) {
    try {
      Json.read(text);
      return "nested too deeply";
    } catch (JsonException e) {
      String said = e.getMessage().replace("not valid JSON: ", "");
      int at = Integer.parseInt(said.substring(said.lastIndexOf(' ') + 1));
      return at < text.length()
          ? said
          : "it ends too early, after " + text.length() + " characters";
    }
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
