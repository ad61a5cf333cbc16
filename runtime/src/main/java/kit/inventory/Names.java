package kit.inventory;

import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Which names hosts and groups may have: they become file names, pattern terms and log lines. */
final class Names {
  private static final String MARKS = "._-:%@+ ";

  private Names() {}

  static String check(String name, String kind, Location at) {
    String wrong = wrong(name);
    if (wrong != null) {
      throw new KitException(
          new Problem(
              at,
              "'" + printable(name) + "' cannot be the name of a " + kind + ": " + wrong,
              "use letters, digits and . _ - :"));
    }
    return name;
  }

  /** The name of a group, with {@code _} for what it may not hold. */
  static String mended(String name) {
    if (wrong(name) == null) {
      return name;
    }
    StringBuilder mended = new StringBuilder(name.isBlank() ? "_" : name);
    for (int i = 0; i < mended.length(); i++) {
      char c = mended.charAt(i);
      boolean first = i == 0 && (c == '-' || c == '@' || c == ' ' || c == '.');
      if (first || !allowed(c)) {
        mended.setCharAt(i, '_');
      }
    }
    return mended.toString();
  }

  private static boolean allowed(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || MARKS.indexOf(c) >= 0;
  }

  private static String wrong(String name) {
    if (name.isBlank()) {
      return "it is empty";
    }
    if (name.startsWith("-") || name.startsWith("@") || name.startsWith(" ")) {
      return "it begins with '" + name.charAt(0) + "'";
    }
    if (name.equals(".") || name.equals("..")) {
      return "it is a directory";
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!allowed(c)) {
        return "it holds " + (c < ' ' ? "a control character" : "'" + c + "'");
      }
    }
    return null;
  }

  static String printable(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(Character.isISOControl(c) ? '?' : c);
    }
    return out.toString();
  }
}
