package kit.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import kit.catalog.Argument;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.engine.Event;
import kit.inventory.Group;
import kit.model.HostSession;
import kit.model.KitException;
import kit.script.prompt.HostSet;
import kit.script.prompt.HostValues;
import kit.script.prompt.PromptReader;

/** What may be typed at a place, found in the catalog, the inventory and on the hosts. */
final class Suggestions {

  private static final List<String> RESULT =
      List.of("host", "module", "status", "changed", "failed", "rc", "stdout", "stderr");

  private final Session session;
  private final Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
  private final Set<String> silent = new HashSet<>();

  Suggestions(Session session) {
    this.session = session;
  }

  /** What may stand there, with a word about each; an end that asks for more comes along. */
  Map<String, String> of(Cursor cursor) {
    Map<String, String> found = new TreeMap<>();
    try {
      switch (cursor.kind()) {
        case START -> start(cursor, found);
        case ARGUMENT -> arguments(cursor, found);
        case VALUE -> values(cursor.context(), found);
        case MEMBER -> members(cursor.context(), found);
        case HOST -> hosts(found);
        case PATH -> paths(cursor, found);
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

  private void arguments(Cursor cursor, Map<String, String> found) {
    Optional<ModuleType> type = session.stage().catalog().find(cursor.context());
    if (type.isEmpty()) {
      return;
    }
    for (Argument argument : type.get().arguments()) {
      found.put(
          argument.name() + ": ",
          argument.conversion().wanted() + (argument.required() ? ", required" : ""));
    }
    if (cursor.word().isEmpty()) {
      return; // the module's own are many enough to look through
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

  /** Facts of the first host that tells them, asked once. */
  private Map<String, Object> facts() {
    Optional<String> host = asked();
    if (host.isEmpty()) {
      return Map.of();
    }
    if (!facts.containsKey(host.get())) {
      List<Map<String, Object>> its = new ArrayList<>();
      ask(host.get(), on -> its.add(on.facts()));
      if (its.isEmpty()) {
        return Map.of();
      }
      facts.put(host.get(), its.get(0));
    }
    return facts.get(host.get());
  }

  /** What the first host has at a path. */
  private void paths(Cursor cursor, Map<String, String> found) {
    Optional<String> host = asked();
    if (host.isEmpty()) {
      return;
    }
    RemotePaths paths = new RemotePaths(session.stage().catalog().find("command").orElseThrow());
    for (Event.CallFinished call : ask(host.get(), on -> paths.ask(on, cursor.word())).calls()) {
      String listing = String.valueOf(call.outcome().values().getOrDefault("stdout", ""));
      RemotePaths.of(listing, cursor.word(), cursor.context())
          .forEach(path -> found.put(path, "on " + host.get()));
    }
  }

  /** The host that is asked: a connected one if there is, and none that did not answer before. */
  private Optional<String> asked() {
    List<String> hosts = new ArrayList<>(session.chosen().names());
    List<String> connected = session.calls().connected();
    hosts.removeIf(host -> silent.contains(host) && !connected.contains(host));
    for (String host : hosts) {
      if (connected.contains(host)) {
        return Optional.of(host);
      }
    }
    return hosts.stream().findFirst();
  }

  private HostCalls.Told ask(String host, Function<HostSession, Object> what) {
    HostCalls.Told told =
        session.calls().quietly(List.of(host), session.modes().become(), true, what);
    if (told.events().stream().anyMatch(Event.HostUnreachable.class::isInstance)) {
      silent.add(host);
    }
    return told;
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
