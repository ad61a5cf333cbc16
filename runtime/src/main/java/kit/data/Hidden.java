package kit.data;

/**
 * Text with {@code {{ }}} out of a file that is vaulted as a whole: what it renders to is secret.
 *
 * @param text the text
 */
public record Hidden(String text) {

  @Override
  public String toString() {
    return "******";
  }
}
