package kit.modules.services;

/** What a service should be, or what should be done to it. */
public enum State {
  STARTED,
  STOPPED,
  RESTARTED,
  RELOADED
}
