package kit.transport;

/**
 * How a host that has stopped answering is noticed.
 *
 * @param seconds time without a word from it after which it is asked for a sign of life
 * @param misses how many of these may stay without an answer
 */
public record KeepAlive(int seconds, int misses) {

  /** What kit does unless ssh's configuration says otherwise; ssh itself would wait for ever. */
  public static final KeepAlive DEFAULT = new KeepAlive(5, 3);
}
