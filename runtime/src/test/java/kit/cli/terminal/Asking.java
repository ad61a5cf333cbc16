package kit.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Asks for a password and gives it away. */
final class Asking {

  private Asking() {}

  public static void main(String[] arguments) {
    String answer = Prompt.ofUser().ask("become password", "");
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(answer);
    System.exit(0);
  }
}
