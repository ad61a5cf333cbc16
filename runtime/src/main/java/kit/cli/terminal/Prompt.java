package kit.cli.terminal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Asks for passwords on the terminal itself, so that standard output stays pure and standard input
 * stays what it is.
 */
public final class Prompt {

  private final Path terminal;

  Prompt(Path terminal) {
    this.terminal = terminal;
  }

  public static Prompt ofUser() {
    return new Prompt(Path.of("/dev/tty"));
  }

  /**
   * Asks; what is typed is not shown.
   *
   * @throws UsageException if there is no terminal
   */
  public String ask(String what, String instead) {
    return ask(what, true, instead);
  }

  /** Whether there is somebody to ask. */
  public boolean possible() {
    try {
      Files.newInputStream(terminal).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Asks for a line.
   *
   * @param hidden whether what is typed is not shown
   * @throws UsageException if there is no terminal
   */
  public String ask(String what, boolean hidden, String instead) {
    try (BufferedReader answers = Files.newBufferedReader(terminal, StandardCharsets.UTF_8)) {
      say(what + ": ");
      String answer = hidden ? hidden(answers) : answers.readLine();
      if (answer == null) {
        throw new UsageException("nothing was typed for the " + what, instead);
      }
      return answer;
    } catch (IOException e) {
      throw new UsageException("there is no terminal to ask for the " + what, instead);
    }
  }

  /** The answer to a question of a playbook; empty if there is no terminal. */
  public Optional<String> answer(String text, boolean seen) {
    if (!seen) {
      return Files.isReadable(terminal) ? Optional.of(ask(text, "")) : Optional.empty();
    }
    try (BufferedReader answers = Files.newBufferedReader(terminal, StandardCharsets.UTF_8)) {
      say(text + ": ");
      return Optional.ofNullable(answers.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String hidden(BufferedReader answers) throws IOException {
    Thread restore = new Thread(() -> echo("echo"));
    Runtime.getRuntime().addShutdownHook(restore);
    try {
      echo("-echo");
      return answers.readLine();
    } finally {
      echo("echo");
      Runtime.getRuntime().removeShutdownHook(restore);
      say("\n");
    }
  }

  private void say(String text) throws IOException {
    Files.writeString(terminal, text, StandardOpenOption.WRITE);
  }

  private void echo(String mode) {
    try {
      new ProcessBuilder("stty", mode)
          .redirectInput(new File(terminal.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UsageException("stty is missing, so a password would be seen", "install coreutils");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
