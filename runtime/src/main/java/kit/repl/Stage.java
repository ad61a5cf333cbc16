package kit.repl;

import java.nio.file.Path;
import java.util.function.Supplier;
import kit.catalog.ModuleCatalog;
import kit.engine.Settings;
import kit.project.Project;
import kit.report.Sink;
import kit.report.Style;
import kit.script.PlaybookLoader;
import kit.target.Targets;
import kit.vars.Variables;

/**
 * What a session stands on.
 *
 * @param project its hosts, variables, templates and files
 * @param variables the variables of all hosts
 * @param catalog the modules
 * @param loader compiles what is typed
 * @param targets makes connections, for one host each time
 * @param settings how calls are done
 * @param out where it is told what happens
 * @param style the colours of it
 * @param columns width of the terminal
 * @param live whether lines on it may be drawn over
 * @param history the file of what was typed
 * @param commands other commands of kit
 */
public record Stage(
    Project project,
    Variables variables,
    ModuleCatalog catalog,
    PlaybookLoader loader,
    Supplier<Targets> targets,
    Settings settings,
    Sink out,
    Style style,
    int columns,
    boolean live,
    Path history,
    Commands commands) {

  /** Other commands of kit, for {@code :doc}, {@code :why} and {@code :run}. */
  public interface Commands {

    /** Shows the manual of a module; that of all if none is named. */
    void doc(String module);

    /** Shows where the value of a variable comes from. */
    void why(String name, String host);

    /**
     * Carries a playbook out over the connections of the session.
     *
     * @param stops hears how it can be stopped
     */
    void play(Path playbook, boolean check, boolean diff, Targets targets, Stops stops);
  }

  /** Hears how what is running can be stopped. */
  @FunctionalInterface
  public interface Stops {
    void by(Runnable stop);
  }
}
