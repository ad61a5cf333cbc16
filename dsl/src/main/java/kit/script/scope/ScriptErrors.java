package kit.script.scope;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.language.PlaybookScript;
import kit.script.language.Shown;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/** What went wrong while a script ran, in words of playbooks and at its place in the script. */
final class ScriptErrors {

  private final String className;
  private final String file;

  /**
   * @param className the compiled script's class
   * @param file the script as the user named it
   */
  ScriptErrors(String className, String file) {
    this.className = className;
    this.file = file;
  }

  /** What to throw instead of something that a script threw. */
  RuntimeException of(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null
        && (cause instanceof InvokerInvocationException
            || cause instanceof InvocationTargetException)) {
      cause = cause.getCause();
    }
    if (cause instanceof KitException problem) {
      return located(problem);
    }
    if (cause.getClass().getName().startsWith("kit.")) {
      // the engine's own way to end a body
      return sneak(cause);
    }
    if (cause instanceof Error
        && !(cause instanceof AssertionError || cause instanceof StackOverflowError)) {
      return sneak(cause);
    }
    KitException readable = new KitException(problem(cause));
    readable.initCause(cause);
    return readable;
  }

  private RuntimeException located(KitException exception) {
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : exception.problems()) {
      boolean placed = problem.location().line() > 0;
      problems.add(
          placed ? problem : new Problem(place(exception), problem.message(), problem.hint()));
    }
    if (problems.equals(exception.problems())) {
      return exception;
    }
    KitException located = new KitException(problems);
    located.initCause(exception);
    return located;
  }

  private Problem problem(Throwable cause) {
    Location where = place(cause);
    if (cause instanceof MissingPropertyException missing) {
      return new Problem(
          where, Shown.type(missing.getType()) + " has no '" + missing.getProperty() + "'", "");
    }
    if (cause instanceof MissingMethodException missing) {
      return new Problem(where, missing(missing), "");
    }
    if (cause instanceof UnsupportedOperationException) {
      return new Problem(
          where,
          "this collection is read-only",
          "make a new one: list + [x], list.toSorted(), new ArrayList(list)");
    }
    if (cause instanceof NullPointerException && cause.getMessage() != null) {
      return new Problem(where, cause.getMessage(), "?. reads what may be missing");
    }
    if (cause instanceof StackOverflowError) {
      return new Problem(where, "functions call one another without end", "");
    }
    String message = cause.getMessage();
    String type = cause.getClass().getSimpleName();
    return new Problem(
        where, message == null || message.isBlank() ? type : type + ": " + message.strip(), "");
  }

  private static String missing(MissingMethodException missing) {
    Class<?> type = missing.getType();
    if (PlaybookScript.class.isAssignableFrom(type)) {
      return "unknown module '" + missing.getMethod() + "'";
    }
    StringBuilder taking = new StringBuilder();
    for (Object argument : missing.getArguments()) {
      taking.append(taking.isEmpty() ? " that takes " : ", ");
      taking.append(argument == null ? "null" : Shown.type(argument.getClass()));
    }
    return Shown.type(type) + " has no method '" + missing.getMethod() + "'" + taking;
  }

  private Location place(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      String name = frame.getClassName();
      boolean own = name.equals(className) || name.startsWith(className + "$");
      if (own && frame.getLineNumber() > 0) {
        return new Location(file, frame.getLineNumber(), 0);
      }
    }
    return new Location(file, 0, 0);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
