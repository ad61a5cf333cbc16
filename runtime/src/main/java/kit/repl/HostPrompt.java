package kit.repl;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kit.catalog.ModuleCatalog;
import kit.engine.Debugger;
import kit.engine.Listener;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.OptionsBuilder;
import kit.report.PromptReport;
import kit.report.Sink;
import kit.report.Style;
import kit.script.PlaybookLoader;
import kit.script.prompt.PromptCode;
import kit.script.prompt.PromptInput;
import kit.script.prompt.PromptReader;
import kit.script.prompt.PromptStatement;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The prompt at a failure or breakpoint of a run: one host at a time has the terminal. */
public final class HostPrompt implements Debugger {

  private static final Map<String, Verdict> WORDS =
      Map.of(
          "continue",
          Verdict.CONTINUE,
          "retry",
          Verdict.RETRY,
          "skip",
          Verdict.SKIP,
          "abort",
          Verdict.ABORT);

  private final PromptReader reader;
  private final ModuleCatalog catalog;
  private final Supplier<Set<String>> variables;
  private final Sink out;
  private final Style style;
  private final Alone alone;
  private final boolean failures;
  private final Runnable stop;
  private volatile boolean stopped;
  private final Functions functions = new Functions();
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
   * @param variables the names that have a value on some host
   * @param failures whether failures open it, not only breakpoints
   * @param stop stops the run, for Ctrl-C while a line is carried out
   */
  public HostPrompt(
      PlaybookLoader loader,
      ModuleCatalog catalog,
      Supplier<Set<String>> variables,
      Sink out,
      Style style,
      Alone alone,
      boolean failures,
      Runnable stop) {
    this.stop = stop;
    this.catalog = catalog;
    this.reader = new PromptReader(loader, catalog);
    this.variables = variables;
    this.out = out;
    this.style = style;
    this.alone = alone;
    this.failures = failures;
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
    Verdict[] verdict = {Verdict.ABORT};
    PromptReport[] report = {report(session.host())};
    alone.talk(
        event -> report[0].on(event), () -> verdict[0] = talk(session, task, where, why, report));
    return verdict[0];
  }

  private PromptReport report(String host) {
    return new PromptReport(out, style, true, false, List.of(host));
  }

  private Verdict talk(
      HostSession session, String task, Location where, String why, PromptReport[] report) {
    out.line((why.isEmpty() ? "breakpoint" : "failed") + " on " + session.host() + ": " + task);
    out.line("  " + where + (why.isEmpty() ? "" : "  " + why));
    out.line("  continue, retry, skip or abort; or any line of a task, with its variables");
    Map<String, Object> own = new LinkedHashMap<>();
    try (Terminal terminal =
        TerminalBuilder.builder().name("kit").system(true).provider("exec").build()) {
      Typing lines =
          new Typing(
              LineReaderBuilder.builder()
                  .terminal(terminal)
                  .parser(new Input())
                  .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                  .build());
      Interrupts.of(terminal, this::stop);
      while (!stopped) {
        try {
          String line = lines.line(session.host() + "> ").strip();
          String word = line.startsWith(":") ? line.substring(1) : line;
          if (WORDS.containsKey(word) && !(why.isEmpty() && word.equals("retry"))) {
            return WORDS.get(word);
          }
          if (!line.isEmpty()) {
            input(line, session, own, report);
          }
        } catch (EndOfFileException e) {
          return Verdict.ABORT;
        }
      }
      return Verdict.ABORT;
    } catch (IOException e) {
      throw new KitException("the terminal cannot be used: " + e.getMessage(), "");
    }
  }

  private void stop() {
    stopped = true;
    stop.run();
  }

  private void input(
      String line, HostSession session, Map<String, Object> own, PromptReport[] report) {
    String name = "[" + ++inputs + "]";
    report[0].typed(name, line);
    try {
      PromptInput input = reader.read(line, name, word -> false);
      functions.add(input.functions());
      for (PromptStatement each : input.statements()) {
        PromptCode code = reader.compile(each.code(), name, functions.all());
        Set<String> known = new LinkedHashSet<>(own.keySet());
        known.addAll(variables.get());
        code.refuse(session::has, known);
        Object value = evaluate(code, session, own);
        report[0].show();
        report[0] = report(session.host()).typed(name, line);
        if (!each.assigned().isEmpty()) {
          own.put(each.assigned(), value);
        } else if (value != null && !PromptCode.isResult(value)) {
          out.line(ValueText.of(value));
        }
      }
    } catch (KitException e) {
      Advice advice = new Advice(catalog, own.keySet(), variables.get());
      PromptReport.problems(advice.of(e.problems(), line), style, 0, name, line).forEach(out::line);
    }
  }

  /** What goes wrong here is told, and does not count as a failure of the host. */
  private static Object evaluate(PromptCode code, HostSession session, Map<String, Object> own) {
    OptionsBuilder options = new OptionsBuilder();
    options.vars = own;
    Object[] value = new Object[1];
    session.attempt(
        Location.NONE,
        () -> session.block("", Location.NONE, options.build(), () -> value[0] = code.on(session)),
        Optional.of(failure -> {}),
        Optional.empty());
    return value[0];
  }
}
