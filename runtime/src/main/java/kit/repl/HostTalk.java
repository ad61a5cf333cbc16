package kit.repl;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.engine.Event;
import kit.engine.Listener;
import kit.engine.Unlogged;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.OptionsBuilder;
import kit.report.PromptReport;
import kit.script.prompt.PromptCode;
import kit.script.prompt.PromptInput;
import kit.script.prompt.PromptReader;
import kit.script.prompt.PromptStatement;

/** What is said about one host that waits in the middle of a run, and what comes of it. */
final class HostTalk implements Listener {

  private final PromptSetup setup;
  private final PromptReader reader;
  private final Functions functions;
  private final HostSession session;
  private final Map<String, Object> own = new LinkedHashMap<>();
  private Listener ear = event -> {};

  /**
   * @param functions those typed earlier in the run
   * @param where the host waits; the playbook's own variables there are known here too
   */
  HostTalk(
      PromptSetup setup,
      PromptReader reader,
      Functions functions,
      HostSession session,
      Location where) {
    this.setup = setup;
    this.reader = reader;
    this.functions = functions;
    this.session = session;
    own.putAll(session.locals(where));
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.CallFinished call && call.hidden()) {
      Unlogged.hide(call.invocation(), call.outcome(), session.secrets());
    }
    ear.on(event instanceof Event.CallFinished call ? failed(call) : event);
  }

  /** Nothing that is said here ends the host, but the user is told that it failed. */
  private static Event failed(Event.CallFinished call) {
    boolean ignored = call.ignored() && call.invocation().options().ignoreErrors().orElse(false);
    return new Event.CallFinished(
        call.host(),
        call.task(),
        call.began(),
        call.handler(),
        call.invocation(),
        call.outcome(),
        call.took(),
        ignored,
        call.hidden(),
        call.diff());
  }

  /** The variables made here, and the playbook's own. */
  Map<String, Object> own() {
    return own;
  }

  /**
   * Evaluates a line for the host.
   *
   * @param name of the line, for places of mistakes
   */
  void input(String line, String name) {
    try {
      PromptInput input = reader.read(line, name, word -> false);
      functions.add(input.functions());
      for (PromptStatement each : input.statements()) {
        statement(each, line, name);
      }
    } catch (KitException e) {
      Advice advice = new Advice(setup.catalog(), own.keySet(), session.variables(), any -> false);
      PromptReport.problems(advice.of(e.problems(), line), setup.style(), 0, name, line)
          .forEach(setup.out()::line);
    }
  }

  private void statement(PromptStatement said, String line, String name) {
    PromptCode code = reader.compile(said.code(), name, functions.all());
    Set<String> known = new LinkedHashSet<>(own.keySet());
    known.addAll(session.variables());
    code.refuse(session::has, known);
    PromptReport report =
        new PromptReport(setup.out(), setup.style(), true, false, List.of(session.host()))
            .typed(name, line);
    boolean kept = !said.assigned().isEmpty();
    Object[] value = new Object[1];
    String[] text = new String[1];
    aside(
        report,
        () -> {
          value[0] = evaluate(code);
          boolean told = value[0] == null || PromptCode.isResult(value[0]) && code.acts();
          text[0] = kept || told ? null : ValueText.of(value[0]);
        });
    report.show();
    if (kept) {
      own.put(said.assigned(), value[0]);
    } else if (text[0] != null) {
      PromptReport.value(text[0], setup.out());
    }
  }

  private Object evaluate(PromptCode code) {
    OptionsBuilder options = new OptionsBuilder();
    options.vars = new LinkedHashMap<>(own);
    options.vars.keySet().retainAll(code.reads());
    Object[] value = new Object[1];
    session.block("", Location.NONE, options.build(), () -> value[0] = code.on(session));
    return value[0];
  }

  /** Does something on the host; what goes wrong does not count as a failure of the host. */
  void aside(Listener hears, Runnable work) {
    ear = hears;
    session.attempt(Location.NONE, work, Optional.of(failure -> {}), Optional.empty());
  }
}
