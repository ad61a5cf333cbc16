package kit.modules.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Step;

/**
 * What all that runs the user's own commands has in common: when to run, with what around it, and
 * what comes back.
 *
 * @param cmd what is run, for the result: a text or a list of words
 * @param summary what reports say
 * @param script the piece of sh that runs it
 */
record Execution(
    Object cmd,
    String summary,
    String script,
    Optional<String> chdir,
    Optional<String> creates,
    Optional<String> removes,
    Optional<byte[]> stdin,
    boolean stripEmptyEnds,
    boolean readOnly) {

  Plan plan(Host host) {
    noNul(script);
    List<Query<?>> questions = new ArrayList<>();
    creates.ifPresent(path -> questions.add(exists(path)));
    removes.ifPresent(path -> questions.add(exists(path)));
    host.askAll(questions.toArray(new Query<?>[0]));
    if (creates.isPresent() && host.ask(exists(creates.get()))) {
      return Plan.unchanged(creates.get() + " exists", values(0, "", ""));
    }
    if (removes.isPresent() && !host.ask(exists(removes.get()))) {
      return Plan.unchanged(removes.get() + " does not exist", values(0, "", ""));
    }
    Change change = Plan.change(summary).value("cmd", cmd).step(step()).reads(this::fields);
    return readOnly ? change.readOnly() : change.touches(Resource.ANYTHING);
  }

  static void noNul(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new PlanException("a command cannot hold a NUL character", "");
    }
  }

  /** A relative path is looked for where the command runs. */
  private Exists exists(String path) {
    boolean absolute = path.startsWith("/") || path.startsWith("~");
    return new Exists(absolute || chdir.isEmpty() ? path : chdir.get() + "/" + path);
  }

  private Step step() {
    Step.Run run = Step.Run.of(script);
    if (chdir.isPresent()) {
      String place = chdir.get();
      run =
          place.startsWith("~")
              ? Step.Run.of("cd " + Exists.pattern(place) + " || exit\n" + script)
              : run.in(place);
    }
    return stdin.isPresent() ? run.reading(stdin.get()) : run;
  }

  private Map<String, Object> fields(List<Output> outputs) {
    Output last = outputs.get(outputs.size() - 1);
    return values(last.rc(), last.text(), last.errors());
  }

  private Map<String, Object> values(int rc, String out, String err) {
    String stdout = stripEmptyEnds ? stripped(out) : out;
    String stderr = stripEmptyEnds ? stripped(err) : err;
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("cmd", cmd);
    values.putAll(outcome(rc, stdout, stderr));
    return values;
  }

  /** How a command ended and what it printed. */
  static Map<String, Object> outcome(int rc, String stdout, String stderr) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rc", rc);
    values.put("stdout", stdout);
    values.put("stderr", stderr);
    values.put("stdoutLines", lines(stdout));
    values.put("stderrLines", lines(stderr));
    return values;
  }

  static String stripped(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\r?\n", -1));
  }

  /** The beginning of a text, short enough for a line of a report. */
  static String brief(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end) + " ...";
    return first.length() <= 72 ? first : first.substring(0, 69) + "...";
  }
}
