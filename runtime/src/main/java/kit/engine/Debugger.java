package kit.engine;

import kit.model.HostSession;
import kit.model.Location;

/** Is asked how a host goes on where its body has failed, or says {@code breakpoint()}. */
public interface Debugger {

  /** How a host goes on. */
  enum Verdict {
    /** As if nothing had been wrong. */
    CONTINUE,
    /** With the task once more. */
    RETRY,
    /** With the next task. */
    SKIP,
    /** Not at all: it has failed. */
    ABORT
  }

  /** Whether failures are its business; breakpoints are in any case. */
  boolean failures();

  /**
   * Asks; called by many threads.
   *
   * @param session the host, with the variables that are in scope
   * @param task the task it is in
   * @param where the place in the playbook
   * @param why what went wrong; empty at a breakpoint
   */
  Verdict ask(HostSession session, String task, Location where, String why);
}
