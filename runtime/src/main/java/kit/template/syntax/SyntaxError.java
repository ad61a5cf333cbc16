package kit.template.syntax;

/** A template that cannot be read. */
public final class SyntaxError extends RuntimeException {
  private final int line;
  private final int column;
  private final String hint;

  SyntaxError(String message, int line) {
    this(message, line, 0);
  }

  SyntaxError(String message, Token token) {
    this(message, token.line(), token.column());
  }

  SyntaxError(String message, int line, int column) {
    this(message, line, column, "");
  }

  SyntaxError(String message, Token token, String hint) {
    this(message, token.line(), token.column(), hint);
  }

  SyntaxError(String message, int line, int column, String hint) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
    this.hint = hint;
  }

  /** What to do next; empty if there is nothing useful to say. */
  public String hint() {
    return hint;
  }

  /** The same, at this piece if it is not known where in the line it is. */
  SyntaxError near(Token token) {
    return column > 0 || token.line() != line
        ? this
        : new SyntaxError(getMessage(), line, token.column(), hint);
  }

  /** The column; 0 if only the line is known. */
  public int column() {
    return column;
  }

  public int line() {
    return line;
  }
}
