package kit.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kit.catalog.Argument;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.inventory.Group;
import kit.model.Invocation;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.script.HostSet;
import kit.script.HostValues;
import kit.script.PromptReader;
import kit.spi.Sh;

/** What may be typed at a place, found in the catalog, the inventory and on the hosts. */
final class Suggestions {

  private static final List<String> RESULT =
      List.of("host", "module", "status", "changed", "failed", "rc", "stdout", "stderr");

  private final Session session;
  private final Map<String, Map<String, Object>> facts = new LinkedHashMap<>();

  Suggestions(Session session) {
    this.session = session;
  }

  /** What may stand there, with a word about each; an end that asks for more comes along. */
  Map<String, String> of(Cursor cursor) {
    Map<String, String> found = new TreeMap<>();
    try {
      switch (cursor.kind()) {
        case START -> start(cursor, found);
        case ARGUMENT -> arguments(cursor.context(), found);
        case VALUE -> values(cursor.context(), found);
        case MEMBER -> members(cursor.context(), found);
        case HOST -> hosts(found);
        case PATH -> paths(cursor.word(), found);
        case META -> Meta.ALL.forEach(each -> found.put(each.word(), each.does()));
        case META_WORD -> metaWords(cursor.context(), found);
      }
    } catch (KitException e) {
      return Map.of(); // a mistake in what is typed is told when it is run
    }
    return found;
  }

  private void start(Cursor cursor, Map<String, String> found) {
    if (!cursor.context().isEmpty()) {
      choices(cursor.context()).forEach(each -> found.put("'" + each + "'", ""));
      if (!found.isEmpty()) {
        return;
      }
    }
    for (String module : session.stage().catalog().names()) {
      if (module.startsWith(cursor.word())) {
        String about = session.stage().catalog().find(module).orElseThrow().doc().summary();
        found.put(module, about);
      }
    }
    PromptReader.verbs().forEach(each -> found.put(each, "word of the language"));
    session.names().names().forEach(each -> found.put(each, "of this session"));
    for (String word : List.of("facts", "groups", "host", "hosts", "vars")) {
      found.put(word, "word of the language");
    }
    variables().forEach(each -> found.putIfAbsent(each, "variable"));
  }

  private void arguments(String module, Map<String, String> found) {
    Optional<ModuleType> type = session.stage().catalog().find(module);
    if (type.isEmpty()) {
      return;
    }
    for (Argument argument : type.get().arguments()) {
      found.put(
          argument.name() + ": ",
          argument.conversion().wanted() + (argument.required() ? ", required" : ""));
    }
    for (String option : OptionNames.OF_CALLS) {
      found.putIfAbsent(option + ": ", "option of every call");
    }
  }

  private void values(String context, Map<String, String> found) {
    choices(context).forEach(each -> found.put(each, ""));
  }

  private List<String> choices(String context) {
    int dot = context.indexOf('.');
    Optional<ModuleType> type = session.stage().catalog().find(context.substring(0, dot));
    Optional<Argument> argument = type.flatMap(its -> its.argument(context.substring(dot + 1)));
    return argument.map(Argument::choices).orElse(List.of());
  }

  private void members(String chain, Map<String, String> found) {
    List<String> names = List.of(chain.split("\\."));
    int at = names.indexOf("facts");
    boolean ofHosts = session.names().value(names.get(0)) instanceof HostSet || chain.isEmpty();
    if (at == 0 || at == 1 && ofHosts) {
      Object value = facts();
      for (String name : names.subList(at + 1, names.size())) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
      if (value instanceof Map<?, ?> map) {
        map.forEach(
            (key, each) -> found.put(String.valueOf(key), each instanceof Map ? "" : "" + each));
      }
    } else if (names.get(names.size() - 1).equals("vars")) {
      variables().forEach(each -> found.put(each, "variable"));
    } else if (names.size() == 1 && ofHosts) {
      List.of("facts", "groups", "names", "vars").forEach(each -> found.put(each, "of the hosts"));
      for (String module : session.stage().catalog().names()) {
        found.put(module, "module");
      }
    } else if (names.get(0).equals(Names.RESULTS)
        || session.names().value(names.get(0)) instanceof HostValues) {
      RESULT.forEach(each -> found.put(each, "field of results"));
    }
  }

  private void hosts(Map<String, String> found) {
    for (String host : session.stage().variables().inventory().hosts()) {
      found.put(host, "host");
    }
    for (Group group : session.stage().variables().inventory().groups()) {
      found.put(group.name(), "group");
    }
  }

  /** The names of the chosen hosts' variables. */
  private TreeSet<String> variables() {
    return new TreeSet<>(session.stage().project().allNames());
  }

  /** Facts of the first chosen host, asked once. */
  private Map<String, Object> facts() {
    if (session.chosen().size() == 0) {
      return Map.of();
    }
    String host = session.chosen().names().get(0);
    return facts.computeIfAbsent(
        host, any -> session.names().facts(List.of(host)).getOrDefault(host, Map.of()));
  }

  /** What the first chosen host has at a path. */
  private void paths(String typed, Map<String, String> found) {
    if (session.chosen().size() == 0) {
      return;
    }
    String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
    String host = session.chosen().names().get(0);
    Object command = "ls -1Ap -- " + Sh.quote(folder);
    ModuleType type = session.stage().catalog().find("command").orElseThrow();
    List<String> names = new ArrayList<>();
    session
        .calls()
        .run(
            List.of(host),
            session.modes().become(),
            true,
            on ->
                on.call(
                    new Invocation(
                        "command",
                        type.bind(List.of(command), Map.of("readOnly", true), Location.NONE),
                        Options.NONE,
                        Location.NONE)))
        .calls()
        .forEach(
            call ->
                String.valueOf(call.outcome().values().getOrDefault("stdout", ""))
                    .lines()
                    .forEach(names::add));
    names.forEach(name -> found.put(folder + name, "on " + host));
  }

  private void metaWords(String command, Map<String, String> found) {
    switch (command) {
      case ":doc" -> session.stage().catalog().names().forEach(each -> found.put(each, "module"));
      case ":why" -> variables().forEach(each -> found.put(each, "variable"));
      case ":vars" -> hosts(found);
      case ":auto", ":check", ":diff" -> {
        found.put("on", "");
        found.put("off", "");
      }
      case ":become" -> {
        found.put("root", "");
        found.put("off", "");
      }
      default -> {}
    }
  }
}
