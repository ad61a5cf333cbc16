package kit.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kit.engine.Event;
import kit.engine.Unlogged;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.OptionsBuilder;
import kit.model.Problem;
import kit.report.PromptReport;
import kit.script.prompt.HostResult;
import kit.script.prompt.HostSet;
import kit.script.prompt.HostValues;
import kit.script.prompt.HostView;
import kit.script.prompt.PromptCode;
import kit.script.prompt.PromptInput;
import kit.script.prompt.PromptReader;
import kit.script.prompt.PromptStatement;
import kit.spi.Result.Status;

/** An interactive session: what is typed is evaluated here, once or on the chosen hosts. */
final class Session {

  private final Stage stage;
  private final Questions questions;
  private final HostCalls calls;
  private final Names names;
  private final PromptReader reader;
  private final Transcript transcript = new Transcript();
  private final Modes modes = new Modes();
  private final Functions functions = new Functions();
  private final Here here;
  private HostSet chosen;
  private String pattern;
  private int inputs;
  private String typed = "";
  private volatile boolean early;

  /** Asks the user. */
  @FunctionalInterface
  interface Questions {
    /** What the user answers; empty if nothing. */
    String ask(String question);
  }

  /** A piece of code and the hosts that it is for. */
  private record Target(PromptCode code, HostSet hosts, String hostsText, boolean explicit) {}

  Session(Stage stage, LiveTargets targets, Questions questions, String pattern) {
    this.stage = stage;
    this.questions = questions;
    this.calls = new HostCalls(stage, targets);
    this.names = new Names(stage, calls, modes::become);
    this.reader = new PromptReader(stage.loader(), stage.catalog());
    this.here = new Here(calls);
    choose(pattern);
  }

  /** Evaluates what was typed; what is wrong with it is shown, and the session goes on. */
  void input(String text) {
    String name = "[" + ++inputs + "]";
    typed = text;
    early = false;
    try {
      PromptInput input = reader.read(text, name, word -> names.value(word) instanceof HostSet);
      if (!input.functions().isEmpty()) {
        functions.add(input.functions());
        if (input.statements().isEmpty()) {
          reader.compile(text, name, functions.others(input.functions()));
        }
      }
      for (PromptStatement each : input.statements()) {
        typed = text;
        if (!statement(each, name)) {
          return;
        }
      }
    } catch (Here.Stopped e) {
      stage.out().line("stopped");
    } catch (KitException e) {
      Set<String> variables = stage.project().allNames();
      Advice advice = new Advice(stage.catalog(), names.names(), variables, names::inventoried);
      List<Problem> problems = advice.of(e.problems(), text);
      for (String line :
          PromptReport.problems(problems, stage.style(), stage.columns(), name, typed)) {
        stage.out().line(line);
      }
    }
  }

  /** Evaluates a statement; false if what follows must not be done. */
  private boolean statement(PromptStatement said, String name) {
    refuseTaken(said.assigned(), name);
    Target target = target(said, name);
    if (!target.code().functions().isEmpty()) {
      typed = target.code().text();
    }
    Set<String> known = new LinkedHashSet<>(names.names());
    known.addAll(stage.project().allNames());
    target.code().refuse(known);
    if (early) {
      throw new Here.Stopped();
    }
    if (!target.explicit() && !target.code().perHost(names.names())) {
      Object value = here.value(() -> target.code().in(names));
      boolean literal = !(value instanceof HostSet);
      if (!said.assigned().isEmpty() && literal) {
        transcript.set(said.assigned(), said.said());
      }
      keep(said.assigned(), value);
      if (value != null && (said.assigned().isEmpty() || value instanceof HostSet)) {
        here.value(() -> show(value));
      }
      return true;
    }
    if (target.hosts().size() == 0) {
      throw new KitException(
          new Problem(Location.NONE, "there are no hosts to do it on", ":hosts PATTERN chooses"));
    }
    return onHosts(said, target);
  }

  private void refuseTaken(String assigned, String name) {
    boolean module = stage.catalog().nameOf(assigned).isPresent();
    if (!assigned.isEmpty()
        && (module || PromptReader.verbs().contains(assigned) || assigned.equals("facts"))) {
      throw new KitException(
          new Problem(
              new Location(name, 1, 1),
              "'" + assigned + "' is " + (module ? "a module" : "a word of the language"),
              "give the value another name"));
    }
  }

  /** Finds the hosts that stand before a call: {@code web.apt name: 'nginx'}. */
  private Target target(PromptStatement said, String name) {
    if (!said.receiver().isEmpty()) {
      PromptCode before = reader.compile(said.receiver(), name, functions.all());
      if (!before.perHost(names.names())) {
        Object value = here.value(() -> before.in(names));
        if (value instanceof HostView host) {
          value = new HostSet(List.of(host.name()), names);
        }
        if (value instanceof HostSet hosts) {
          String text = String.join(",", hosts.names());
          return new Target(reader.compile(said.rest(), name, functions.all()), hosts, text, true);
        }
      }
    }
    return new Target(reader.compile(said.code(), name, functions.all()), chosen, pattern, false);
  }

  private boolean onHosts(PromptStatement said, Target target) {
    PromptCode code = target.code();
    Function<HostSession, Object> body = session -> evaluate(code, session);
    boolean acts = code.acts();
    Set<String> hosts = new LinkedHashSet<>(target.hosts().names());
    boolean asks = acts && !modes.auto() && !modes.check() && !code.onlyCommands();
    boolean planned = acts && (modes.check() || asks);
    HostCalls.Told told = calls.run(hosts, modes.become(), planned, body);
    boolean stopped = show(told, code, acts && modes.diff(), planned, hosts);
    if (asks && !stopped) {
      Set<String> changing = changing(told);
      if (!changing.isEmpty() && !agreed(changing)) {
        stage.out().line("nothing was done");
        results(told, hosts);
        return false;
      }
      if (!changing.isEmpty()) {
        HostCalls.Told done = calls.run(changing, modes.become(), false, body);
        stopped = show(done, code, false, false, hosts);
        told = Merged.of(told, done, changing);
      }
    }
    results(told, hosts);
    keep(said.assigned(), value(told, hosts));
    if (acts && !modes.check() && Merged.succeeded(told)) {
      boolean changed = !changing(told).isEmpty();
      transcript.call(said, target.hostsText(), modes.become(), code, names, changed);
    }
    return !stopped;
  }

  private Object evaluate(PromptCode code, HostSession session) {
    Map<String, Object> own = names.of(session.host(), code.reads());
    if (own.isEmpty()) {
      return code.on(session);
    }
    OptionsBuilder options = new OptionsBuilder();
    options.vars = own;
    Object[] value = new Object[1];
    session.block("", Location.NONE, options.build(), () -> value[0] = code.on(session));
    return value[0];
  }

  /** Shows what came of it; true if it was stopped. */
  private boolean show(
      HostCalls.Told told, PromptCode code, boolean diffs, boolean planned, Set<String> hosts) {
    PromptReport report =
        new PromptReport(stage.out(), stage.style(), diffs, planned, hosts)
            .typed("[" + inputs + "]", typed);
    boolean stopped = false;
    for (Event event : told.events()) {
      if (event instanceof Event.CallFinished call && call.hidden()) {
        Unlogged.hide(call.invocation(), call.outcome(), names.secrets());
      }
      report.on(event);
      stopped |= event instanceof Event.HostInterrupted;
    }
    boolean called = !told.calls().isEmpty();
    told.values()
        .forEach(
            (host, value) -> {
              boolean plain = value instanceof CharSequence || value instanceof Number;
              if (!PromptCode.isResult(value) && (called ? plain : value != null || code.asks())) {
                report.value(host, ValueText.of(value));
              }
            });
    report.show();
    if (stopped && code.onlyCommands()) {
      stage.out().line("  kit sh shows what a command says while it says it");
    }
    return stopped;
  }

  private boolean agreed(Set<String> hosts) {
    String which = hosts.size() == 1 ? hosts.iterator().next() : hosts.size() + " hosts";
    String answer = questions.ask("apply to " + which + "? [y/N] ").strip();
    return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
  }

  /** The hosts that would be changed, as far as anybody can know. */
  private static Set<String> changing(HostCalls.Told plan) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Event event : plan.events()) {
      if (event instanceof Event.CallFinished call
          && (call.outcome().status() == Status.CHANGED
              || call.outcome().status() == Status.MAYBE)) {
        hosts.add(call.host());
      } else if (event instanceof Event.TaskUnknown unknown) {
        hosts.add(unknown.host());
      }
    }
    return hosts;
  }

  private void results(HostCalls.Told told, Set<String> hosts) {
    if (told.calls().isEmpty()) {
      return;
    }
    List<HostResult> results = new ArrayList<>();
    for (String host : hosts) {
      for (Event.CallFinished call : told.calls()) {
        if (call.host().equals(host)) {
          results.add(result(call));
        }
      }
    }
    names.results(results);
  }

  private HostResult result(Event.CallFinished call) {
    return new HostResult(
        call.host(), call.invocation().name(), new Told(call.outcome()), names.secrets());
  }

  /** What a line gave: results of its calls, or what its hosts gave. */
  private Object value(HostCalls.Told told, Set<String> hosts) {
    Map<String, Object> values = new LinkedHashMap<>(told.values());
    boolean results = !told.calls().isEmpty();
    for (Object value : values.values()) {
      results &= PromptCode.isResult(value);
    }
    if (results) {
      told.calls().forEach(call -> values.put(call.host(), result(call)));
    }
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String host : hosts) {
      if (values.containsKey(host)) {
        ordered.put(host, values.get(host));
      }
    }
    return new HostValues(ordered);
  }

  private void keep(String assigned, Object value) {
    names.set(assigned.isEmpty() ? Names.LAST : assigned, value);
  }

  private Object show(Object value) {
    if (value instanceof HostValues values) {
      PromptReport report =
          new PromptReport(stage.out(), stage.style(), false, false, values.byHost().keySet());
      values.byHost().forEach((host, each) -> report.value(host, ValueText.of(each)));
      report.show();
    } else {
      PromptReport.value(ValueText.of(value), stage.out());
    }
    return value;
  }

  /** Chooses the hosts of the lines that name none. */
  void choose(String text) {
    chosen = names.choose(text);
    pattern = text;
  }

  /** Ends what is running; what is only just being compiled is not begun. */
  void stop() {
    early |= !calls.stop();
  }

  String prompt() {
    String user = modes.become().map(each -> " (" + each.user() + ")").orElse("");
    return pattern + user + (modes.check() ? " check" : "") + "> ";
  }

  Stage stage() {
    return stage;
  }

  HostCalls calls() {
    return calls;
  }

  Names names() {
    return names;
  }

  HostSet chosen() {
    return chosen;
  }

  Transcript transcript() {
    return transcript;
  }

  Modes modes() {
    return modes;
  }
}
