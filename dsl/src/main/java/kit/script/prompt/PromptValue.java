package kit.script.prompt;

import groovy.lang.Closure;
import java.lang.reflect.Array;
import java.util.Optional;
import kit.script.value.ResultObject;
import kit.spi.Result;

/** What values of the language are to people who look at one. */
public final class PromptValue {

  private PromptValue() {}

  /** The result of a call, if it is one. */
  public static Optional<Result> result(Object value) {
    return value instanceof ResultObject of ? Optional.of(of.result()) : Optional.empty();
  }

  /** A value as a text, where its own would only be the name of a class. */
  public static String text(Object value) {
    if (value instanceof Closure<?> closure) {
      return "a closure of " + count(closure.getMaximumNumberOfParameters(), "parameter");
    }
    if (value != null && value.getClass().isArray()) {
      return "an array of "
          + count(Array.getLength(value), value.getClass().getComponentType().getSimpleName());
    }
    return String.valueOf(value);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
