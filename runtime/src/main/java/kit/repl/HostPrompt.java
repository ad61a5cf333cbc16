package kit.repl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.engine.Debugger;
import kit.engine.Listener;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.report.Sink;
import kit.script.prompt.PromptReader;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The prompt at a failure or breakpoint of a run: one host at a time has the terminal. */
public final class HostPrompt implements Debugger {

  private static final Set<String> ELSEWHERE =
      Set.of("exit", "quit", "help", "?", "history", "retry");

  private final PromptSetup setup;
  private final PromptReader reader;
  private final Functions functions = new Functions();
  private final Alone alone;
  private final boolean failures;
  private final Runnable stop;
  private volatile boolean stopped;
  private boolean talking;
  private int inputs;

  /** Gives the terminal to one host while what the others do is told later. */
  @FunctionalInterface
  public interface Alone {

    /**
     * @param own hears what the host does meanwhile
     */
    void talk(Listener own, Runnable talk);
  }

  /**
   * @param failures whether failures open it, not only breakpoints
   * @param stop stops the run, for Ctrl-C while a line is carried out
   */
  public HostPrompt(PromptSetup setup, Alone alone, boolean failures, Runnable stop) {
    this.setup = setup;
    this.reader = new PromptReader(setup.loader(), setup.catalog());
    this.alone = alone;
    this.failures = failures;
    this.stop = stop;
  }

  @Override
  public boolean failures() {
    return failures;
  }

  @Override
  public synchronized Verdict ask(HostSession session, String task, Location where, String why) {
    if (stopped) {
      return Verdict.ABORT;
    }
    if (talking) {
      setup.out().line("  this is the prompt already");
      return Verdict.CONTINUE; // a line said breakpoint(), or called what does
    }
    talking = true;
    try {
      return talk(session, task, where, why);
    } finally {
      talking = false;
    }
  }

  private Verdict talk(HostSession session, String task, Location where, String why) {
    Verdict[] verdict = {Verdict.ABORT};
    HostTalk talk = new HostTalk(setup, reader, functions, session, where);
    alone.talk(
        talk,
        () -> {
          Sink out = setup.out();
          out.line(
              (why.isEmpty() ? "breakpoint" : "failed") + " on " + session.host() + ": " + task);
          out.line("  " + where + (why.isEmpty() ? "" : "  " + why));
          Map<String, Verdict> words = verdicts(why.isEmpty());
          out.line(choices(words));
          verdict[0] = decided(talk, session, words);
        });
    return verdict[0];
  }

  private static Map<String, Verdict> verdicts(boolean breakpoint) {
    Map<String, Verdict> words = new LinkedHashMap<>();
    words.put("continue", Verdict.CONTINUE);
    if (!breakpoint) {
      words.put("retry", Verdict.RETRY);
    }
    words.put("skip", Verdict.SKIP);
    words.put("abort", Verdict.ABORT);
    return words;
  }

  private static String choices(Map<String, Verdict> words) {
    List<String> names = new ArrayList<>(words.keySet());
    String last = names.remove(names.size() - 1);
    return "  "
        + String.join(", ", names)
        + " or "
        + last
        + "; or any line of a task, with its variables";
  }

  /** What users say who look for the way out, or for a command of {@code kit repl}. */
  private static boolean lost(String word, HostTalk talk) {
    return word.startsWith(":") || ELSEWHERE.contains(word) && !talk.own().containsKey(word);
  }

  private Verdict decided(HostTalk talk, HostSession session, Map<String, Verdict> words) {
    try (Terminal terminal =
        TerminalBuilder.builder().name("kit").system(true).provider("exec").build()) {
      Offers offers = new HostOffers(setup.catalog(), session, words.keySet(), talk);
      Typing lines = new Typing(editor(terminal, session, offers));
      Interrupts.of(terminal, this::stop);
      while (!stopped) {
        String line = lines.line(session.host() + "> ").strip();
        String word = line.startsWith(":") ? line.substring(1) : line;
        if (words.containsKey(word)) {
          return words.get(word);
        }
        if (lost(line, talk)) {
          setup.out().line(choices(words));
        } else if (!line.isEmpty()) {
          talk.input(line, "[" + ++inputs + "]");
        }
      }
      return Verdict.ABORT;
    } catch (EndOfFileException e) {
      return Verdict.ABORT;
    } catch (IOException e) {
      throw new KitException("the terminal cannot be used: " + e.getMessage(), "");
    }
  }

  private LineReader editor(Terminal terminal, HostSession session, Offers offers) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(new Input())
        .history(new KeptHistory(new HistoryFile(setup.history(), session.secrets())))
        .completer(new Completion(new Suggestions(offers)))
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ... ")
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.INSERT_TAB, false)
        .build();
  }

  private void stop() {
    stopped = true;
    stop.run();
  }
}
