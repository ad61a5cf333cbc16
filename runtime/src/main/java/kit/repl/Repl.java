package kit.repl;

import java.io.IOException;
import java.util.Optional;
import kit.model.KitException;
import kit.report.PromptReport;
import kit.report.Sink;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** {@code kit repl}: reads lines from a terminal and does what they say. */
public final class Repl {

  private final Stage stage;
  private final Sink out;

  public Repl(Stage stage) {
    this.stage = stage;
    this.out = stage.out();
  }

  /**
   * Runs a session until the user leaves it.
   *
   * @param pattern the hosts of lines that name none
   */
  public void run(String pattern) {
    try (Terminal terminal =
            TerminalBuilder.builder().name("kit").system(true).provider("exec").build();
        LiveTargets targets =
            new LiveTargets(
                stage.targets(),
                host -> out.line(host + ": the connection was lost and is made anew"))) {
      Typing questions = new Typing(LineReaderBuilder.builder().terminal(terminal).build());
      Session session = new Session(stage, targets, text -> answer(questions, text), pattern);
      Interrupts.of(terminal, session::stop);
      talk(terminal, session, targets);
    } catch (IOException e) {
      throw new KitException("the terminal cannot be used: " + e.getMessage(), "");
    }
  }

  private void talk(Terminal terminal, Session session, LiveTargets targets) {
    HistoryFile file = new HistoryFile(stage.history(), session.names().secrets());
    KeptHistory history = new KeptHistory(file);
    LineReader reader =
        LineReaderBuilder.builder()
            .appName("kit")
            .terminal(terminal)
            .parser(new Input())
            .history(history)
            .completer(new Completion(new Suggestions(new SessionOffers(session))))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ... ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.INSERT_TAB, false)
            .build();
    MetaCommands meta =
        new MetaCommands(session, targets, () -> history.forEach(each -> out.line(each.line())));
    out.line(ValueText.of(session.chosen()) + "; :help shows what can be said");
    Typing typing = new Typing(reader);
    boolean goesOn = true;
    while (goesOn) {
      try {
        String line = typing.line(session.prompt());
        if (!line.isBlank()) {
          goesOn = line(line, session, meta);
        }
      } catch (EndOfFileException e) {
        goesOn = false;
      }
    }
  }

  private boolean line(String line, Session session, MetaCommands meta) {
    try {
      Optional<String> plain = Plain.meant(line, session.names().names());
      if (plain.isPresent() || line.stripLeading().startsWith(":")) {
        return meta.run(plain.orElse(line));
      }
      session.input(line);
      return true;
    } catch (KitException e) {
      PromptReport.problems(e.problems(), stage.style(), stage.columns(), "", "")
          .forEach(out::line);
      return true;
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      out.line("kit: " + e);
      out.line("    this is a defect of kit: please report it; the session goes on");
      return true;
    }
  }

  private static String answer(Typing typing, String question) {
    try {
      return typing.line(question);
    } catch (EndOfFileException e) {
      return "";
    }
  }
}
