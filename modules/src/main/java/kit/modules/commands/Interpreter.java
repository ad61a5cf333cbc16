package kit.modules.commands;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.query.CommandWords;
import kit.spi.PlanException;
import kit.spi.Sh;
import kit.spi.Source;

/**
 * What reads a script.
 *
 * @param words the program and its own arguments
 */
record Interpreter(List<String> words) {

  private static final int LONGEST = 256;

  /** What the user names, else what the script's first line names, else the shell. */
  static Interpreter of(Source script, Optional<String> named) {
    if (named.isPresent()) {
      List<String> words = CommandWords.split(named.get());
      if (words.isEmpty()) {
        throw new PlanException("executable is empty", "name a program, or leave it out");
      }
      return new Interpreter(words);
    }
    byte[] bytes = script.bytes();
    String head = head(bytes);
    if (head.indexOf('\0') >= 0) {
      throw new PlanException(
          script.path() + " is a binary, not a script",
          "put it onto the host with copy (mode: '0755') and run it with command");
    }
    return head.startsWith("#!") ? firstLine(head, script.path()) : new Interpreter(List.of("sh"));
  }

  private static String head(byte[] bytes) {
    int length = Math.min(bytes.length, LONGEST);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** As Linux reads it: a program, and all the rest as one argument. */
  private static Interpreter firstLine(String head, String path) {
    int end = head.indexOf('\n');
    String line = end < 0 ? head.substring(2) : head.substring(2, end);
    if (line.endsWith("\r")) {
      throw new PlanException(
          path + " has line ends of Windows, with which no interpreter is found",
          "save it with \\n as line end");
    }
    String stripped = line.strip();
    int blank = 0;
    while (blank < stripped.length() && !Character.isWhitespace(stripped.charAt(blank))) {
      blank++;
    }
    if (blank == 0) {
      throw new PlanException(path + " names no interpreter after #!", "for example: #!/bin/sh");
    }
    String rest = stripped.substring(blank).strip();
    String program = stripped.substring(0, blank);
    return new Interpreter(rest.isEmpty() ? List.of(program) : List.of(program, rest));
  }

  /**
   * The sh that gives the script, which comes on standard input, to the interpreter. The pipe in
   * between belongs to the user who runs it, unlike standard input: so opening it is allowed.
   */
  String line(List<String> arguments) {
    List<String> all = new ArrayList<>(words);
    all.add("/dev/fd/9");
    all.addAll(arguments);
    return "cat | " + Sh.quote(all) + " 9<&0 </dev/null\n";
  }
}
