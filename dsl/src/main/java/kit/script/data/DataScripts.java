package kit.script.data;

import groovy.lang.Binding;
import groovy.lang.GString;
import groovy.lang.GroovyRuntimeException;
import groovy.lang.GroovyShell;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Compiles and runs files in Groovy that declare data: inventories and variables. */
final class DataScripts {
  private static final String CLASS = "KitInventory.groovy";

  private DataScripts() {}

  /**
   * Runs a file.
   *
   * @param base what the file may say
   * @param words those words, for messages
   * @param start prepares the script before it runs
   */
  static <S extends Script> void run(
      Class<S> base, String words, String text, String file, Consumer<S> start) {
    try {
      S script = base.cast(shell(base).parse(text, CLASS));
      start.accept(script);
      script.run();
    } catch (MultipleCompilationErrorsException e) {
      throw new KitException(syntax(e, file));
    } catch (MissingMethodException e) {
      throw problem(e, file, "'" + e.getMethod() + "' is not known here", words);
    } catch (MissingPropertyException e) {
      throw problem(e, file, "'" + e.getProperty() + "' is not defined", "quote it if it is text");
    } catch (KitException e) {
      throw e;
    } catch (Exception e) {
      boolean told = e instanceof GroovyRuntimeException || e.getMessage() != null;
      throw problem(e, file, told ? e.getMessage() : e.toString(), "");
    }
  }

  private static GroovyShell shell(Class<? extends Script> base) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(base.getName());
    configuration.setDisabledGlobalASTTransformations(
        Set.of("groovy.grape.GrabAnnotationTransformation"));
    return new GroovyShell(DataScripts.class.getClassLoader(), new Binding(), configuration);
  }

  /** Compiles a file of functions, and runs nothing of it. */
  static Class<? extends Script> compile(String text, String file) {
    try {
      return shell(Script.class).parse(text, CLASS).getClass();
    } catch (MultipleCompilationErrorsException e) {
      throw new KitException(syntax(e, file));
    }
  }

  /** The line of a file that a failure came from. */
  static Location place(String file, Throwable failure) {
    return place(file, failure.getStackTrace());
  }

  /** The line of the script that is running now. */
  static Location here(String file) {
    return place(file, new Throwable().getStackTrace());
  }

  /** A value with Groovy's own kinds of text and lists made Java's. */
  static Object plain(Object value) {
    if (value instanceof GString) {
      return value.toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(plain(key), plain(item)));
      return copy;
    }
    if (value instanceof Iterable<?> items) {
      List<Object> copy = new ArrayList<>();
      items.forEach(item -> copy.add(plain(item)));
      return copy;
    }
    return value;
  }

  private static Location place(String file, StackTraceElement[] trace) {
    for (StackTraceElement frame : trace) {
      if (CLASS.equals(frame.getFileName()) && frame.getLineNumber() > 0) {
        return new Location(file, frame.getLineNumber(), 0);
      }
    }
    return new Location(file, 0, 0);
  }

  private static KitException problem(Exception e, String file, String message, String hint) {
    return new KitException(new Problem(place(file, e.getStackTrace()), message, hint));
  }

  private static Problem syntax(MultipleCompilationErrorsException e, String file) {
    if (e.getErrorCollector().getError(0) instanceof SyntaxErrorMessage message) {
      SyntaxException cause = message.getCause();
      return new Problem(
          new Location(file, cause.getStartLine(), cause.getStartColumn()),
          cause.getOriginalMessage(),
          "");
    }
    return new Problem(new Location(file, 0, 0), e.getMessage(), "");
  }
}
