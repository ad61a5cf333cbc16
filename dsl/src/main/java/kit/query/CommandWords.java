package kit.query;

import java.util.ArrayList;
import java.util.List;
import kit.spi.PlanException;

/** Splits a command line into words as Python's shlex does, which is how Ansible reads it. */
public final class CommandWords {

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;

  private CommandWords(String line) {
    this.line = line;
  }

  public static List<String> split(String line) {
    return new CommandWords(line).split();
  }

  private List<String> split() {
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        end();
        continue;
      }
      inWord = true;
      if (c == '\'') {
        at = single(at + 1);
      } else if (c == '"') {
        at = twice(at + 1);
      } else if (c == '\\') {
        at++;
        word.append(at < line.length() ? line.charAt(at) : missing("a character after \\"));
      } else {
        word.append(c);
      }
    }
    end();
    return words;
  }

  private int single(int from) {
    int to = line.indexOf('\'', from);
    if (to < 0) {
      missing("a closing '");
    }
    word.append(line, from, to);
    return to;
  }

  private int twice(int from) {
    int at = from;
    for (; at < line.length() && line.charAt(at) != '"'; at++) {
      boolean escapes =
          line.charAt(at) == '\\'
              && at + 1 < line.length()
              && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
      if (escapes) {
        at++;
      }
      word.append(line.charAt(at));
    }
    if (at >= line.length()) {
      missing("a closing \"");
    }
    return at;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private char missing(String what) {
    throw new PlanException("the command '" + line + "' lacks " + what, "or give the words: argv");
  }
}
