package kit.engine;

/** Ends the play on a host that has not failed. */
final class HostEnded extends Error {

  HostEnded() {
    super("host ended", null, false, false);
  }
}
