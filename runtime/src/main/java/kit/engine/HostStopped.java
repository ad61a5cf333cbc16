package kit.engine;

/**
 * Unwinds the body of a host whose queue has stopped after a failure that was already reported. An
 * Error, so that no playbook catches it.
 */
final class HostStopped extends Error {

  HostStopped() {
    super("host stopped", null, false, false);
  }
}
