package kit.template.python;

/** The methods of text that say of which kind it is. */
final class StringTests implements Group {
  static final String ALL =
      """
      isdigit s
      isdecimal s
      isnumeric s
      isalpha s
      isalnum s
      isspace s
      islower s
      isupper s
      istitle s
      isascii s
      isidentifier s
      isprintable s
      """;

  @Override
  public Object call(String name, Object[] a) {
    String s = a[0].toString();
    return switch (name) {
      case "islower" -> isCase(s, false);
      case "isupper" -> isCase(s, true);
      case "istitle" -> s.equals(Words.title(s)) && !s.equals(s.toLowerCase(java.util.Locale.ROOT));
      case "isascii", "isprintable" -> s.isEmpty() || all(name, s);
      case "isidentifier" ->
          !s.isEmpty() && Character.isUnicodeIdentifierStart(underscore(s)) && all(name, s);
      default -> !s.isEmpty() && all(name, s);
    };
  }

  private static int underscore(String s) {
    int first = s.codePointAt(0);
    return first == '_' ? 'a' : first;
  }

  private static boolean all(String name, String s) {
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      if (!is(name, c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean is(String name, int c) {
    return switch (name) {
      case "isdecimal" -> Character.isDigit(c);
      case "isdigit" -> Character.isDigit(c) || "²³¹".indexOf(c) >= 0;
      case "isnumeric" -> isNumeric(c);
      case "isalpha" -> Character.isLetter(c);
      case "isalnum" -> Character.isLetter(c) || isNumeric(c);
      case "isspace" -> Chars.isSpace(c);
      case "isascii" -> c < 128;
      case "isidentifier" ->
          Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      default -> Text.isPrintable(c);
    };
  }

  private static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return Character.isDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** Whether there are letters with a case, and all of them have this one. */
  static boolean isCase(String s, boolean upper) {
    boolean found = false;
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      if (Words.isCased(c)) {
        if (upper ? !Character.isUpperCase(c) : !Character.isLowerCase(c)) {
          return false;
        }
        found = true;
      }
      i += Character.charCount(c);
    }
    return found;
  }
}
