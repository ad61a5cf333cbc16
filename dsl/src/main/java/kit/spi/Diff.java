package kit.spi;

/**
 * Before and after, as text that reads like the thing itself.
 *
 * @param before text before; empty if there was nothing
 * @param after text after; empty if there will be nothing
 * @param title what it is, usually a path
 * @param secret whether the texts must not be shown
 */
public record Diff(String before, String after, String title, boolean secret) {

  public static Diff of(String title, String before, String after) {
    return new Diff(before, after, title, false);
  }
}
