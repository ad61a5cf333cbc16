package kit.script;

import java.util.List;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** What Groovy's own compiler complains about, as problems. */
final class GroovyMessage {

  private static final String UNEXPECTED = "Unexpected input: '";

  private final String file;
  private final List<String> lines;

  GroovyMessage(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  Problem problem(Message message) {
    if (message instanceof SyntaxErrorMessage syntax) {
      SyntaxException cause = syntax.getCause();
      int line = Math.max(cause.getStartLine(), 0);
      int column = Math.max(cause.getStartColumn(), 0);
      return new Problem(
          new Location(file, line, column),
          shortened(firstLine(cause.getOriginalMessage())),
          hint(line, cause.getOriginalMessage()));
    }
    String text =
        message instanceof ExceptionMessage exception
            ? String.valueOf(exception.getCause().getMessage())
            : String.valueOf(message);
    return new Problem(new Location(file, 0, 0), firstLine(text), "");
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** Groovy quotes all that it has read since it lost the thread; the last word is enough. */
  private static String shortened(String message) {
    if (!message.startsWith(UNEXPECTED)) {
      return message;
    }
    String read = message.substring(UNEXPECTED.length()).replace("\\n", " ").strip();
    String last = read.substring(read.lastIndexOf(' ') + 1);
    String word = last.endsWith("'") ? last.substring(0, last.length() - 1) : last;
    return word.isEmpty() ? "unexpected input" : "unexpected input at: " + word;
  }

  /** What the line or the message suggests. */
  private String hint(int line, String message) {
    String source = line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    if (source.startsWith("package ")) {
      return "package is a keyword of Groovy; the module is called packages";
    }
    return message.startsWith(UNEXPECTED)
        ? "perhaps a bracket, brace or quote before it is not closed"
        : "";
  }
}
