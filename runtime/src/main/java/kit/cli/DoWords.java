package kit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.catalog.Argument;
import kit.catalog.Given;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.catalog.Shape;
import kit.catalog.Suggestion;
import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.vars.Renderer;
import kit.vars.Scope;

/** The words behind {@code kit do PATTERN MODULE}: arguments of the module. */
final class DoWords {

  static final Location LINE = new Location("command line", 0, 0);

  /** Pattern and module stand before. */
  private static final int BEFORE = 2;

  private final ModuleType type;
  private final List<Word> words = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param name of the argument; empty if it has none
   */
  private record Word(String name, String text, Shape shape, Location at) {
    boolean template() {
      return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }
  }

  DoWords(ModuleType type, List<String> said) {
    this.type = type;
    for (int i = 0; i < said.size(); i++) {
      add(said.get(i), place(BEFORE + i));
    }
  }

  /** Where a word stands, counted from 0 without the options. */
  static Location place(int index) {
    return new Location("command line: argument " + (index + 1), 0, 0);
  }

  /** What is wrong with the words, whatever hosts they are for. */
  List<Problem> problems() {
    return problems;
  }

  /** Whether they depend on the host's variables. */
  boolean templates() {
    for (Word word : words) {
      if (word.template()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The arguments for a host.
   *
   * @throws KitException if a value cannot be made or read
   */
  List<Given> given(Renderer renderer, Scope variables) {
    List<Given> given = new ArrayList<>();
    for (Word word : words) {
      Object value = word.template() ? renderer.value(word.text, variables, word.at) : word.text;
      if (value instanceof String text) {
        value = value(text, word.shape, word.at);
      }
      given.add(
          word.name.isEmpty()
              ? Given.positional(value, word.at)
              : Given.named(word.name, value, word.at));
    }
    return given;
  }

  private void add(String said, Location at) {
    int equals = said.indexOf('=');
    String name = equals > 0 && isName(said, equals) ? said.substring(0, equals) : "";
    if (!name.isEmpty() && !(freeForm() && !known(name))) {
      named(name, said.substring(equals + 1), at);
    } else if (words.isEmpty()) {
      Shape shape = freeForm() || type.arguments().isEmpty() ? Shape.SINGLE : shape(0);
      words.add(new Word("", said, shape, at));
    } else if (name.isEmpty()) {
      String hint = freeForm() ? "put the whole command in quotes" : "arguments are name=value";
      problem(at, " has no place for '" + said + "'", hint, Mistake.UNKNOWN_ARGUMENT);
    } else {
      named(name, said.substring(equals + 1), at);
    }
  }

  /** Whether the first thing that it takes is a command, in which anything may stand. */
  private boolean freeForm() {
    return !type.arguments().isEmpty() && type.arguments().get(0).name().equals("cmd");
  }

  private boolean known(String name) {
    return type.argument(name).isPresent();
  }

  private void named(String name, String text, Location at) {
    Optional<Argument> argument = type.argument(name);
    if (argument.isEmpty() && type.isOption(name)) {
      String hint =
          switch (OptionNames.find(name).orElseThrow()) {
            case "become", "becomeUser", "becomeMethod" -> "say -b or --become-user";
            case "check" -> "say --check";
            case "diff" -> "say --diff";
            case "timeout" -> "say --max-time";
            default -> "kit do takes only arguments of the module";
          };
      problem(at, ": '" + name + "' is an option of calls in playbooks", hint, Mistake.OTHER);
      return;
    }
    words.add(new Word(name, text, argument.map(Argument::shape).orElse(Shape.ANYTHING), at));
  }

  private Shape shape(int position) {
    return type.arguments().get(position).shape();
  }

  private void problem(Location at, String message, String hint, Mistake kind) {
    problems.add(new Problem(at, type.name() + message, hint, kind));
  }

  private static Object value(String text, Shape shape, Location at) {
    String start = text.stripLeading();
    boolean written = start.startsWith("[") || start.startsWith("{");
    return switch (shape) {
      case SINGLE -> text;
      case LIST -> start.startsWith("[") ? parsed(text, at) : items(text);
      case STRUCTURE -> parsed(text, at);
      case ANYTHING -> written ? parsed(text, at) : text;
    };
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    for (String item : text.split(",")) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  private static Object parsed(String text, Location at) {
    try {
      return DataFile.parse(text, at.toString()).root();
    } catch (KitException e) {
      Problem first = e.problems().get(0);
      throw new KitException(new Problem(at, first.message(), "write [a, b] or {a: b}, or JSON"));
    }
  }

  private static boolean isName(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  /** The problem of a module that is not there. */
  static Problem unknown(String name, Iterable<String> names) {
    String hint = Suggestion.hint(name, names, "kit doc lists them");
    String message = "no module is called '" + name + "'";
    return new Problem(place(1), message, hint, Mistake.UNKNOWN_MODULE);
  }
}
