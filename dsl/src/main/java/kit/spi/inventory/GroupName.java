package kit.spi.inventory;

/** Group names made of what others wrote: tags, labels, names of services. */
public final class GroupName {

  private GroupName() {}

  /**
   * The text with everything but letters, digits and {@code _} replaced by {@code _}, and a digit
   * at the beginning too: what Ansible's {@code to_safe_group_name} does.
   */
  public static String of(String text) {
    StringBuilder name = new StringBuilder(text.length());
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int c = text.codePointAt(at);
      next = at + Character.charCount(c);
      boolean word = Character.isLetter(c) || Character.isDigit(c) && at > 0;
      name.appendCodePoint(word ? c : '_');
    }
    return name.toString();
  }
}
