package kit.repl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kit.catalog.Argument;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.model.KitException;
import kit.script.prompt.PromptReader;

/** What may be typed at a place, found in the catalog, the inventory and on the hosts. */
final class Suggestions {

  private static final List<String> RESULT =
      List.of("host", "module", "status", "changed", "failed", "rc", "stdout", "stderr");

  private final Offers offers;

  Suggestions(Offers offers) {
    this.offers = offers;
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
        case HOST -> found.putAll(offers.hosts());
        case PATH -> found.putAll(offers.paths(cursor.word(), cursor.context()));
        case META -> found.putAll(offers.commands());
        case META_WORD -> found.putAll(offers.told(cursor.context()));
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
    for (String module : offers.catalog().names()) {
      if (module.startsWith(cursor.word())) {
        String about = offers.catalog().find(module).orElseThrow().doc().summary();
        found.put(module, about);
      }
    }
    PromptReader.verbs().forEach(each -> found.put(each, "word of the language"));
    offers.names().forEach(each -> found.put(each, "of this session"));
    for (String word : List.of("facts", "groups", "host", "vars")) {
      found.put(word, "word of the language");
    }
    found.putAll(offers.words());
    offers.variables().forEach(each -> found.putIfAbsent(each, "variable"));
  }

  private void arguments(Cursor cursor, Map<String, String> found) {
    Optional<ModuleType> type = offers.catalog().find(cursor.context());
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
    Optional<ModuleType> type = offers.catalog().find(context.substring(0, dot));
    Optional<Argument> argument = type.flatMap(its -> its.argument(context.substring(dot + 1)));
    return argument.map(Argument::choices).orElse(List.of());
  }

  private void members(String chain, Map<String, String> found) {
    List<String> names = List.of(chain.split("\\."));
    int at = names.indexOf("facts");
    boolean ofHosts = offers.areHosts(names.get(0)) || chain.isEmpty();
    if (at == 0 || at == 1 && ofHosts) {
      Object value = offers.facts();
      for (String name : names.subList(at + 1, names.size())) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
      if (value instanceof Map<?, ?> map) {
        map.forEach(
            (key, each) -> found.put(String.valueOf(key), each instanceof Map ? "" : "" + each));
      }
    } else if (names.get(names.size() - 1).equals("vars")) {
      offers.variables().forEach(each -> found.put(each, "variable"));
    } else if (names.size() == 1 && ofHosts) {
      List.of("facts", "groups", "names", "vars").forEach(each -> found.put(each, "of the hosts"));
      for (String module : offers.catalog().names()) {
        found.put(module, "module");
      }
    } else if (offers.areResults(names.get(0))) {
      RESULT.forEach(each -> found.put(each, "field of results"));
    }
  }
}
