package kit.catalog;

import java.util.Locale;

/** How one name is written in different places. */
final class Spelling {

  private Spelling() {}

  /** {@code update_cache} as {@code updateCache}; anything else stays as it is. */
  static String camel(String name) {
    int underscore = name.indexOf('_', 1);
    if (underscore < 0) {
      return name;
    }
    StringBuilder camel = new StringBuilder(name.length());
    boolean raise = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' && i > 0) {
        raise = true;
      } else {
        camel.append(raise ? Character.toUpperCase(c) : c);
        raise = false;
      }
    }
    return camel.toString();
  }

  /** The name of the module that a record of this simple name is. */
  static String module(String simpleName) {
    return Character.toLowerCase(simpleName.charAt(0)) + simpleName.substring(1);
  }

  /** {@code BUILD_DEP} as {@code build-dep}. */
  static String value(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
