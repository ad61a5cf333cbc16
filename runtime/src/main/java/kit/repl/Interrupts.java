package kit.repl;

import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/** Ctrl-C while no line is being typed. */
final class Interrupts {

  private Interrupts() {}

  /** Has something done when it comes, in place of the end of the process. */
  static void of(Terminal terminal, Runnable what) {
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      Signals.register("INT", what); // such a terminal hears of no signals itself
    } else {
      terminal.handle(Terminal.Signal.INT, signal -> what.run());
    }
  }
}
