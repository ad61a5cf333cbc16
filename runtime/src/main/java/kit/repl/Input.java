package kit.repl;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether an input goes on, and which piece of it is being typed. */
final class Input implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean meta = line.stripLeading().startsWith(":");
    if (context == ParseContext.ACCEPT_LINE && !meta && Unfinished.is(line)) {
      throw new EOFError(-1, -1, "goes on");
    }
    return new Piece(line, cursor, Cursor.of(line.substring(0, cursor)).word());
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  private record Piece(String line, int cursor, String word) implements CompletingParsedLine {

    @Override
    public int wordCursor() {
      return word.length();
    }

    /** Nothing is quoted for anybody: pieces of text are completed as they are. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }
}
