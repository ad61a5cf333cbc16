package kit.engine;

import java.util.Map;

/** What a run knows of a host and keeps from play to play. */
final class HostState {

  private final Shells shells;
  private final Notified notified;
  private volatile Map<String, Object> facts;

  HostState(Shells shells, Notified notified) {
    this.shells = shells;
    this.notified = notified;
  }

  Shells shells() {
    return shells;
  }

  Notified notified() {
    return notified;
  }

  /** The facts, null as long as nobody has asked for them. */
  Map<String, Object> facts() {
    return facts;
  }

  void facts(Map<String, Object> gathered) {
    facts = gathered;
  }
}
