package kit.modules.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The programs that a piece of sh starts, with their words. It reads as much of the language as
 * that takes: quotes, substitutions, redirections, here-documents, and which words the shell
 * carries out itself.
 */
final class ShellCommands {

  /** The shell's own commands: their words are in no process list. */
  private static final Set<String> OWN =
      Set.of(
          ":",
          "[",
          "[[",
          "alias",
          "case",
          "cd",
          "declare",
          "echo",
          "esac",
          "exit",
          "export",
          "false",
          "for",
          "function",
          "getopts",
          "hash",
          "local",
          "printf",
          "pwd",
          "read",
          "readonly",
          "return",
          "select",
          "set",
          "shift",
          "test",
          "times",
          "trap",
          "true",
          "type",
          "typeset",
          "ulimit",
          "umask",
          "unset",
          "wait");

  /** Words that another command follows. */
  private static final Set<String> BEFORE =
      Set.of(
          "!", "{", "}", "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "time",
          "command", "builtin", "exec");

  private final String text;
  private final List<List<String>> commands;
  private final List<String> heredocs = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private List<String> words = new ArrayList<>();
  private boolean inWord;
  private boolean target;
  private int at;

  private ShellCommands(String text, List<List<String>> commands) {
    this.text = text;
    this.commands = commands;
  }

  /** Each program with its arguments, in the order in which they end. */
  static List<List<String>> of(String script) {
    List<List<String>> commands = new ArrayList<>();
    new ShellCommands(script, commands).read();
    return commands;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case ' ', '\t', '\r' -> endWord();
        case '\n' -> {
          endCommand();
          skipHeredocs();
        }
        case ';', '|', '(', ')' -> endCommand();
        case '&' -> ampersand();
        case '<', '>' -> redirection(c);
        case '#' -> comment();
        case '\'' -> single();
        case '"' -> twice();
        case '\\' -> escaped();
        case '`' -> nested(backquoted());
        case '$' -> dollar();
        default -> add(c);
      }
    }
    endCommand();
  }

  private void add(char c) {
    inWord = true;
    word.append(c);
  }

  private void ampersand() {
    boolean joined = at > 1 && (text.charAt(at - 2) == '>' || text.charAt(at - 2) == '<');
    if (!joined) {
      endCommand();
    }
  }

  private void redirection(char c) {
    endWord();
    if (c == '<' && text.startsWith("<", at) && !text.startsWith("<<", at)) {
      at += text.startsWith("<-", at) ? 2 : 1;
      heredocs.add(delimiter());
      return;
    }
    while (at < text.length() && "<>|".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    target = true; // the name of a file, or text for standard input
  }

  private String delimiter() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int from = at;
    while (at < text.length() && " \t\n;|&)".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at).replace("'", "").replace("\"", "").replace("\\", "");
  }

  private void skipHeredocs() {
    for (String end : heredocs) {
      boolean over = false;
      while (at < text.length() && !over) {
        int line = text.indexOf('\n', at);
        int stop = line < 0 ? text.length() : line;
        over = text.substring(at, stop).strip().equals(end);
        at = Math.min(text.length(), stop + 1);
      }
    }
    heredocs.clear();
  }

  private void comment() {
    if (inWord) {
      add('#');
      return;
    }
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void single() {
    inWord = true;
    int end = text.indexOf('\'', at);
    int stop = end < 0 ? text.length() : end;
    word.append(text, at, stop);
    at = Math.min(text.length(), stop + 1);
  }

  private void twice() {
    inWord = true;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0) {
        word.append(text.charAt(at++));
      } else if (c == '`') {
        nested(backquoted());
      } else if (c == '$') {
        dollar();
      } else {
        word.append(c);
      }
    }
    at++;
  }

  private void escaped() {
    if (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\n') {
        add(c);
      }
    }
  }

  private void dollar() {
    if (!text.startsWith("(", at)) {
      add('$');
      return;
    }
    int from = ++at;
    int depth = 1;
    for (; at < text.length() && depth > 0; at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    nested(text.substring(from, Math.max(from, at - 1)));
  }

  private String backquoted() {
    int end = text.indexOf('`', at);
    int stop = end < 0 ? text.length() : end;
    String inner = text.substring(at, stop);
    at = Math.min(text.length(), stop + 1);
    return inner;
  }

  private void nested(String script) {
    inWord = true;
    new ShellCommands(script, commands).read();
  }

  private void endWord() {
    if (inWord) {
      if (!target) {
        words.add(word.toString());
      }
      target = false;
    }
    word.setLength(0);
    inWord = false;
  }

  private void endCommand() {
    endWord();
    target = false;
    int first = 0;
    while (first < words.size() && (BEFORE.contains(words.get(first)) || sets(words.get(first)))) {
      first++;
    }
    if (first < words.size() && !OWN.contains(words.get(first))) {
      commands.add(List.copyOf(words.subList(first, words.size())));
    }
    words = new ArrayList<>();
  }

  /** Whether a word in front of a command gives a variable a value. */
  private static boolean sets(String word) {
    int equals = word.indexOf('=');
    for (int i = 0; i < equals; i++) {
      char c = word.charAt(i);
      if (c != '_' && !Character.isLetterOrDigit(c) && !(c == '+' && i == equals - 1)) {
        return false;
      }
    }
    return equals > 0;
  }
}
