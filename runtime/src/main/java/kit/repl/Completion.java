package kit.repl;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Suggestions as the line editor wants them. */
final class Completion implements Completer {

  private static final int DESCRIPTION = 60;

  private final Suggestions suggestions;

  Completion(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.line().substring(0, line.cursor());
    if (typed.indexOf('\n') >= 0 && typed.substring(typed.lastIndexOf('\n')).isBlank()) {
      return; // lines that are pasted begin with tabs, which ask for nothing
    }
    Cursor cursor = Cursor.of(typed);
    suggestions
        .of(cursor)
        .forEach(
            (value, about) -> {
              if (value.startsWith(cursor.word())) {
                boolean goesOn = value.endsWith("/") || value.endsWith(" ");
                String shown = cursor.kind() == Cursor.Kind.PATH ? name(value) : value.strip();
                candidates.add(
                    new Candidate(
                        value, shown, null, cut(about), null, null, !goesOn && blank(cursor)));
              }
            });
  }

  /** Whether a blank is right behind what is complete. */
  private static boolean blank(Cursor cursor) {
    return switch (cursor.kind()) {
      case META -> true;
      case START, ARGUMENT, VALUE, MEMBER, HOST, PATH, META_WORD -> false;
    };
  }

  private static String name(String path) {
    int slash = path.lastIndexOf('/', path.length() - 2);
    return path.substring(slash + 1);
  }

  private static String cut(String about) {
    String line = about.lines().findFirst().orElse("");
    String text = line.length() > DESCRIPTION ? line.substring(0, DESCRIPTION - 3) + "..." : line;
    return text.isEmpty() ? null : text;
  }
}
