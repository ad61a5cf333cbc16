package kit.script.language;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.catalog.Conversion;
import kit.catalog.Given;
import kit.catalog.Mismatch;
import kit.catalog.Suggestion;
import kit.model.Confirm;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;

/** What {@code confirmWithin} is given, and what is wrong with it. */
public final class ConfirmArguments {

  public static final String WORD = "confirmWithin";
  public static final String FILES = "files";
  public static final String REVERT = "revert";

  private static final String EXAMPLE = "confirmWithin(60.s) { ... }";
  private static final List<String> NAMES = List.of(FILES, REVERT);

  private ConfirmArguments() {}

  /**
   * What is wrong with a call as far as its arguments are known.
   *
   * @param open whether there may be more of them
   */
  public static List<Problem> problems(
      List<Given> given, boolean open, boolean block, Location where) {
    List<Problem> problems = new ArrayList<>();
    int durations = 0;
    for (Given each : given) {
      if (each.name().isPresent()) {
        named(each.name().get(), each).ifPresent(problems::add);
      } else if (durations++ == 0 && Whole.is(each.value())) {
        within(each).ifPresent(problems::add);
      }
    }
    if (!block) {
      problems.add(new Problem(where, WORD + " wants a block", EXAMPLE, Mistake.WRONG_PLACE));
    }
    if (durations != 1 && !open) {
      String what = durations == 0 ? " needs a duration" : " takes one value without a name";
      problems.add(new Problem(where, WORD + what, EXAMPLE, Mistake.MISSING_ARGUMENT));
    }
    return problems;
  }

  private static Optional<Problem> within(Given given) {
    try {
      Duration time = duration(given.value());
      if (time.compareTo(Confirm.SHORTEST) >= 0 && time.compareTo(Confirm.LONGEST) <= 0) {
        return Optional.empty();
      }
      return wrong(given, WORD + " wants from 5 seconds to one hour", "60.s is a good choice");
    } catch (Mismatch e) {
      return wrong(given, e.about(WORD), EXAMPLE);
    }
  }

  private static Optional<Problem> named(String name, Given given) {
    if (!NAMES.contains(name)) {
      String hint = Suggestion.hint(name, NAMES, "it takes files and revert");
      return Optional.of(
          new Problem(
              given.location(),
              WORD + " has no argument '" + name + "'",
              hint,
              Mistake.UNKNOWN_ARGUMENT));
    }
    if (!Whole.is(given.value())) {
      return Optional.empty();
    }
    try {
      for (String text : texts(given.value())) {
        if (name.equals(FILES) && !text.startsWith("/")) {
          return wrong(
              given, WORD + ": '" + text + "' is no absolute path", "begin it with a slash");
        }
      }
      return Optional.empty();
    } catch (Mismatch e) {
      return wrong(given, WORD + ": " + e.about(name), EXAMPLE);
    }
  }

  private static Optional<Problem> wrong(Given given, String message, String hint) {
    return Optional.of(new Problem(given.location(), message, hint, Mistake.WRONG_VALUE));
  }

  public static Duration duration(Object value) {
    return (Duration) Conversion.to(Duration.class).convert(value);
  }

  /** A text, or several of them. */
  public static List<String> texts(Object value) {
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Object each : value instanceof List<?> list ? list : List.of(value)) {
      if (each != Given.UNKNOWN) {
        texts.add((String) Conversion.to(String.class).convert(each));
      }
    }
    return texts;
  }
}
