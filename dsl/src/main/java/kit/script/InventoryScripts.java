package kit.script;

import groovy.lang.Binding;
import groovy.lang.GroovyRuntimeException;
import groovy.lang.GroovyShell;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Compiles and runs inventories written in Groovy. */
public final class InventoryScripts {
  private static final String CLASS = "KitInventory.groovy";

  private InventoryScripts() {}

  /**
   * Runs an inventory.
   *
   * @param text the script
   * @param file the file as messages call it
   * @param sink receives hosts, groups and variables
   */
  public static void run(String text, String file, InventoryScript.Sink sink) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(InventoryScript.class.getName());
    configuration.setDisabledGlobalASTTransformations(
        java.util.Set.of("groovy.grape.GrabAnnotationTransformation"));
    GroovyShell shell =
        new GroovyShell(InventoryScripts.class.getClassLoader(), new Binding(), configuration);
    try {
      InventoryScript script = (InventoryScript) shell.parse(text, CLASS);
      script.start(sink, file);
      script.run();
    } catch (MultipleCompilationErrorsException e) {
      throw new KitException(syntax(e, file));
    } catch (MissingMethodException e) {
      throw problem(
          e,
          file,
          "'" + e.getMethod() + "' is not known here",
          "group, host, vars and children are");
    } catch (MissingPropertyException e) {
      throw problem(e, file, "'" + e.getProperty() + "' is not defined", "quote it if it is text");
    } catch (KitException e) {
      throw e;
    } catch (Exception e) {
      boolean told = e instanceof GroovyRuntimeException || e.getMessage() != null;
      throw problem(e, file, told ? e.getMessage() : e.toString(), "");
    }
  }

  /** The line of the script that a trace was in. */
  static Location place(String file, StackTraceElement[] trace) {
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
