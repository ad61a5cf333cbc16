package kit.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;

/** The arguments of one call laid beside the components of the record, and all that is wrong. */
final class Binding {

  private final Signature<?> type;
  private final List<String> others;
  private final Given[] filledBy;
  private final Object[] values;
  private final Map<String, Object> free = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> misspelt = new ArrayList<>();
  private boolean known = true;
  private boolean open;

  Binding(Signature<?> type, List<String> others, List<Given> given, Location call) {
    this.type = type;
    this.others = others;
    this.filledBy = new Given[type.arguments().size()];
    this.values = new Object[filledBy.length];
    int unnamed = 0;
    for (Given each : given) {
      known &= each.known();
      open |= each.hasMore();
      if (each.hasMore()) {
        continue;
      }
      if (each.name().isPresent()) {
        named(each.name().get(), each);
      } else {
        positional(unnamed++, each);
      }
    }
    complete(call);
  }

  /** Everything wrong, in the order of the call; what is missing comes last. */
  List<Problem> problems() {
    return problems;
  }

  /** Whether no value was {@link Given#UNKNOWN}. */
  boolean known() {
    return known;
  }

  /** For the record's constructor; complete if nothing is wrong and all is known. */
  Object[] values() {
    return values;
  }

  private void named(String name, Given given) {
    int position = type.position(name);
    if (position >= 0) {
      fill(position, given);
      return;
    }
    for (Argument argument : type.arguments()) {
      if (argument.free()) {
        collect(((MapOf) argument.conversion()).value(), name, given);
        return;
      }
    }
    Optional<String> instead = type.instead(name);
    Optional<String> near = instead.isPresent() ? Optional.empty() : Suggestion.of(name, names());
    near.ifPresent(misspelt::add);
    String hint =
        near.map(word -> "did you mean '" + word + "'? (kit doc " + type.name() + ")")
            .or(() -> instead)
            .orElse(seeManual());
    problem(given.location(), " has no argument '" + name + "'", hint, Mistake.UNKNOWN_ARGUMENT);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(others);
    for (Argument argument : type.arguments()) {
      names.add(argument.name());
      names.addAll(argument.aliases());
    }
    return names;
  }

  private void positional(int position, Given given) {
    if (position < filledBy.length) {
      fill(position, given);
    } else if (position == filledBy.length) {
      String most =
          position == 0
              ? " takes no value without a name"
              : " takes at most "
                  + position
                  + (position == 1 ? " value" : " values")
                  + " without a name";
      problem(given.location(), most, seeManual(), Mistake.UNKNOWN_ARGUMENT);
    }
  }

  private void fill(int position, Given given) {
    Argument argument = type.arguments().get(position);
    if (filledBy[position] != null) {
      String hint = written(filledBy[position], position) + " and " + written(given, position);
      problem(
          given.location(),
          " is given '" + argument.name() + "' twice",
          "as " + hint,
          Mistake.CONFLICT);
      return;
    }
    filledBy[position] = given;
    if (!given.known()) {
      return;
    }
    try {
      Object value = argument.conversion().convert(given.value());
      if (value == null) {
        throw Mismatch.wants(argument.conversion().wanted(), null);
      }
      values[position] = value;
    } catch (Mismatch e) {
      mismatch(e, argument.name(), given);
    }
  }

  private void collect(Conversion conversion, String name, Given given) {
    if (free.containsKey(name)) {
      problem(given.location(), " is given '" + name + "' twice", seeManual(), Mistake.CONFLICT);
      return;
    }
    free.put(name, null);
    if (!given.known()) {
      return;
    }
    try {
      free.put(name, conversion.convert(given.value()));
    } catch (Mismatch e) {
      mismatch(e, name, given);
    }
  }

  private void complete(Location call) {
    for (int i = 0; i < values.length; i++) {
      Argument argument = type.arguments().get(i);
      if (argument.free() && !free.isEmpty()) {
        values[i] = together(values[i]);
      } else if (filledBy[i] == null && argument.required()) {
        missing(argument, call);
      } else if (filledBy[i] == null) {
        values[i] = argument.absent().orElseThrow();
      }
    }
  }

  /** One mistake is told once: what was misspelt is not missing too. */
  private void missing(Argument argument, Location call) {
    boolean meant = false;
    for (String word : misspelt) {
      meant |= argument.isCalled(word);
    }
    if (!meant && !open) {
      problem(
          call,
          " needs the argument '" + argument.name() + "'",
          seeManual(),
          Mistake.MISSING_ARGUMENT);
    }
  }

  /** A map given without a name and named arguments beside it; the named ones win. */
  private Map<String, Object> together(Object map) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> given) {
      given.forEach((key, value) -> all.put((String) key, value));
    }
    all.putAll(free);
    return Collections.unmodifiableMap(all);
  }

  private void mismatch(Mismatch mismatch, String name, Given given) {
    String hint = mismatch.hint().isEmpty() ? seeManual() : mismatch.hint();
    problem(given.location(), ": " + mismatch.about(name), hint, Mistake.WRONG_VALUE);
  }

  private void problem(Location location, String message, String hint, Mistake kind) {
    problems.add(new Problem(location, type.name() + message, hint, kind));
  }

  private String seeManual() {
    return "see kit doc " + type.name();
  }

  private static String written(Given given, int position) {
    return given.name().map(name -> "'" + name + "'").orElse("value " + (position + 1));
  }
}
