package kit.repl;

/**
 * What is being typed at the end of a text.
 *
 * @param kind what may follow
 * @param word the piece that is replaced
 * @param context whose piece it is: a module, {@code module.argument}, a chain of names, a meta
 *     command, or the quote that a path stands in
 */
record Cursor(Kind kind, String word, String context) {

  /** What may stand at a place. */
  enum Kind {
    /** A module, a word of the language or a name. */
    START,
    /** An argument of a module. */
    ARGUMENT,
    /** A value of an argument. */
    VALUE,
    /** A field of something. */
    MEMBER,
    /** A host or group. */
    HOST,
    /** A path on the hosts. */
    PATH,
    /** A meta command. */
    META,
    /** What a meta command is told. */
    META_WORD
  }

  static Cursor of(String text) {
    if (text.stripLeading().startsWith(":")) {
      return meta(text.stripLeading());
    }
    int quote = openQuote(text);
    return quote >= 0 ? inText(text, quote) : outside(text);
  }

  private static Cursor meta(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      return new Cursor(Kind.META, text, "");
    }
    String command = text.substring(0, blank);
    if (command.equals(":hosts")) {
      return new Cursor(Kind.HOST, lastName(text.substring(blank + 1)), "");
    }
    return new Cursor(Kind.META_WORD, text.substring(text.lastIndexOf(' ') + 1), command);
  }

  private static Cursor inText(String text, int quote) {
    String content = text.substring(quote + 1);
    int code = text.charAt(quote) == '"' ? content.lastIndexOf("${") : -1;
    if (code >= 0 && content.indexOf('}', code) < 0) {
      return outside(content.substring(code + 2));
    }
    String before = text.substring(0, quote).stripTrailing();
    if (before.endsWith("hosts(") || before.endsWith("hosts")) {
      return new Cursor(Kind.HOST, lastName(content), "");
    }
    if (content.startsWith("/")) {
      return new Cursor(Kind.PATH, content, text.substring(quote, quote + 1));
    }
    String call = call(before);
    boolean named = before.endsWith(":");
    String argument =
        named ? identifier(before.substring(0, before.length() - 1).stripTrailing()) : "";
    return new Cursor(Kind.VALUE, content, call + "." + argument);
  }

  private static Cursor outside(String text) {
    String word = identifier(text);
    String before = text.substring(0, text.length() - word.length());
    if (before.endsWith(".") || before.endsWith("?.")) {
      String chain = before.substring(0, before.length() - (before.endsWith("?.") ? 2 : 1));
      int from = chain.length();
      while (from > 0
          && (Character.isJavaIdentifierPart(chain.charAt(from - 1))
              || chain.charAt(from - 1) == '.')) {
        from--;
      }
      return new Cursor(Kind.MEMBER, word, chain.substring(from));
    }
    String tight = before.stripTrailing();
    if (tight.endsWith(":")) {
      String argument = identifier(tight.substring(0, tight.length() - 1).stripTrailing());
      return new Cursor(Kind.START, word, call(tight) + "." + argument);
    }
    String call = call(before);
    boolean first = tight.endsWith(call) && before.length() > tight.length();
    if (!call.isEmpty() && (first || tight.endsWith(",") || tight.endsWith(call + "("))) {
      return new Cursor(Kind.ARGUMENT, word, call);
    }
    return new Cursor(Kind.START, word, "");
  }

  /** The word that the statement at the end of a text begins with, if something follows it. */
  private static String call(String text) {
    int from = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        int end = text.indexOf(c, i + 1);
        i = end < 0 ? text.length() : end + 1;
        continue;
      }
      boolean assigns = c == '=' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
      if (c == '{' || c == ';' || c == '\n' || assigns) {
        from = i + 1;
      }
      i++;
    }
    String statement = text.substring(from).stripLeading();
    int end = 0;
    while (end < statement.length()
        && (Character.isJavaIdentifierPart(statement.charAt(end))
            || statement.charAt(end) == '.')) {
      end++;
    }
    return end == statement.length()
        ? ""
        : statement.substring(
            statement.lastIndexOf('.', Math.max(0, end - 1)) >= 0
                ? statement.substring(0, end).lastIndexOf('.') + 1
                : 0,
            end);
  }

  private static String identifier(String text) {
    int from = text.length();
    while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from);
  }

  private static String lastName(String pattern) {
    int from = pattern.length();
    while (from > 0 && " ,:&!".indexOf(pattern.charAt(from - 1)) < 0) {
      from--;
    }
    return pattern.substring(from);
  }

  /** Where the text begins that is open at the end; -1 if none is. */
  private static int openQuote(String text) {
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open >= 0 && c == '\\') {
        i++;
      } else if (open >= 0 && c == text.charAt(open)) {
        open = -1;
      } else if (open < 0 && (c == '\'' || c == '"')) {
        open = i;
      }
    }
    return open;
  }
}
