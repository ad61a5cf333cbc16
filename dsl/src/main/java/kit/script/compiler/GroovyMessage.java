package kit.script.compiler;

import java.util.List;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** What Groovy's own compiler complains about, as problems. */
final class GroovyMessage {

  private static final String UNEXPECTED = "Unexpected input: '";
  private static final String CHARACTER = "Unexpected character: '";
  private static final String CLASS = "unable to resolve class ";
  private static final String TWICE = "Duplicated named parameter '";

  private final String file;
  private final List<String> lines;
  private final Vocabulary vocabulary;

  GroovyMessage(String file, String text, Vocabulary vocabulary) {
    this.file = file;
    this.lines = text.lines().toList();
    this.vocabulary = vocabulary;
  }

  Problem problem(Message message) {
    if (message instanceof SyntaxErrorMessage syntax) {
      SyntaxException cause = syntax.getCause();
      int line = Math.max(cause.getStartLine(), 0);
      int column = Math.max(cause.getStartColumn(), 0);
      Location where = new Location(file, line, column);
      return problem(where, firstLine(cause.getOriginalMessage()));
    }
    String text =
        message instanceof ExceptionMessage exception
            ? String.valueOf(exception.getCause().getMessage())
            : String.valueOf(message);
    return new Problem(new Location(file, 0, 0), firstLine(text), "", Mistake.SYNTAX);
  }

  private Problem problem(Location where, String message) {
    String source =
        where.line() > 0 && where.line() <= lines.size() ? lines.get(where.line() - 1) : "";
    if (message.startsWith(TWICE)) {
      String name = message.substring(TWICE.length(), message.indexOf('\'', TWICE.length()));
      return new Problem(where, "'" + name + "' is given twice", "leave one out", Mistake.CONFLICT);
    }
    if (message.startsWith(CLASS)) {
      return unresolved(where, message.substring(CLASS.length()).strip(), source);
    }
    if (message.startsWith(CHARACTER)) {
      char found = message.charAt(Math.min(CHARACTER.length(), message.length() - 1));
      return found == '\'' || found == '"' || found == '\\'
          ? wrong(where, "the text that begins here is not closed", "a quote is missing")
          : wrong(where, "unexpected character " + found, "");
    }
    return message.startsWith(UNEXPECTED)
        ? unexpected(where, message, source)
        : wrong(where, message, "");
  }

  /** {@code apt name = 'nginx'} declares a variable to Groovy. */
  private Problem unresolved(Location where, String type, String source) {
    if (vocabulary.taken(type) == null || source.indexOf('=') < 0) {
      return wrong(where, CLASS + type, "");
    }
    return wrong(
        where,
        "'" + type + "' is called like a type",
        "arguments have colons: " + type + " x: ...");
  }

  /** Groovy quotes all that it has read since it lost the thread; the last word is enough. */
  private Problem unexpected(Location where, String message, String source) {
    String read = message.substring(UNEXPECTED.length()).replace("\\n", " ").strip();
    String last = read.substring(read.lastIndexOf(' ') + 1);
    String word = last.endsWith("'") ? last.substring(0, last.length() - 1) : last;
    Brackets brackets = Brackets.of(lines);
    String text = word.isEmpty() ? "unexpected input" : "unexpected input at: " + word;
    if (source.strip().startsWith("package ")) {
      return wrong(where, text, "package is a keyword of Groovy; the module is called packages");
    }
    if (brackets.open().isPresent()) {
      Brackets.Bracket open = brackets.open().get();
      Location at = new Location(file, open.line(), open.column());
      return wrong(at, "this " + open.sign() + " is not closed", "");
    }
    if (brackets.surplus().isPresent()) {
      Brackets.Bracket surplus = brackets.surplus().get();
      Location at = new Location(file, surplus.line(), surplus.column());
      return wrong(at, "this " + surplus.sign() + " closes nothing", "");
    }
    String hint = "perhaps a comma, bracket or quote before it is missing";
    return wrong(where, text, hint);
  }

  private static Problem wrong(Location where, String message, String hint) {
    return new Problem(where, message, hint, Mistake.SYNTAX);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}
