package kit.template.syntax;

/**
 * A piece of a template.
 *
 * @param kind what it is
 * @param text the operator or name; the content of data and strings
 * @param value the value of a number; null for anything else
 * @param line where it is
 * @param column where it begins in the line, counted from 1
 */
record Token(Kind kind, String text, Object value, int line, int column) {

  enum Kind {
    DATA,
    BLOCK_BEGIN,
    BLOCK_END,
    VARIABLE_BEGIN,
    VARIABLE_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** How messages name it. */
  String describe() {
    return switch (kind) {
      case DATA -> "text of the template";
      case BLOCK_BEGIN -> "begin of statement block";
      case BLOCK_END -> "end of statement block";
      case VARIABLE_BEGIN -> "begin of print statement";
      case VARIABLE_END -> "end of print statement";
      case END -> "end of template";
      case STRING -> "string";
      case INTEGER -> "integer";
      case FLOAT -> "float";
      case NAME, OPERATOR -> text;
    };
  }
}
