package kit.cli;

import java.util.Optional;
import java.util.function.Supplier;
import kit.catalog.ModuleCatalog;
import kit.cli.terminal.Screen;
import kit.engine.Debugger;
import kit.model.HostSession;
import kit.model.Location;
import kit.repl.HostPrompt;
import kit.repl.PromptSetup;
import kit.script.PlaybookLoader;

/** A debugger that is made when it is first needed: the line editor is not loaded before. */
final class LateDebugger implements Debugger {

  private final boolean failures;
  private final Supplier<Debugger> make;
  private Debugger made;

  /**
   * One that asks at the terminal; empty if there is none, or if programs read what is told.
   *
   * @param failures whether failures are its business too
   * @param loader compiles what is typed
   */
  static Optional<Debugger> of(
      boolean failures,
      PlaybookLoader loader,
      ModuleCatalog catalog,
      Report report,
      Screen screen) {
    if (!screen.interactive() || !report.text()) {
      return Optional.empty();
    }
    return Optional.of(
        new LateDebugger(
            failures,
            () ->
                new HostPrompt(
                    new PromptSetup(
                        loader, catalog, screen.out, screen.style(), ReplCommand.history(screen)),
                    report::alone,
                    failures,
                    Main::interrupt)));
  }

  /**
   * @param failures whether failures are its business
   */
  LateDebugger(boolean failures, Supplier<Debugger> make) {
    this.failures = failures;
    this.make = make;
  }

  @Override
  public boolean failures() {
    return failures;
  }

  @Override
  public Verdict ask(HostSession session, String task, Location where, String why) {
    return made().ask(session, task, where, why);
  }

  private synchronized Debugger made() {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}
