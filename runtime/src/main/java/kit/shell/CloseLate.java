package kit.shell;

import kit.transport.Deadlines;

/** Gives up a shell that has not said its first word in time. */
final class CloseLate extends Deadlines.Alarm {

  private final Shell shell;
  private volatile boolean closed;

  CloseLate(Shell shell) {
    this.shell = shell;
  }

  /** Whether that has happened. */
  boolean closed() {
    return closed;
  }

  @Override
  protected void ring() {
    if (!shell.greeted()) {
      closed = true;
      shell.close();
    }
  }
}
