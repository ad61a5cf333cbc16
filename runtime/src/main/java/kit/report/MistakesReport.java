package kit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Location;
import kit.model.Problem;

/** Tells mistakes to editors: one JSON array, see docs/cli.md. */
public final class MistakesReport {

  private final Sink sink;
  private final Sources sources = new Sources();

  public MistakesReport(Sink sink) {
    this.sink = sink;
  }

  /**
   * Writes the whole array, which is empty if there is nothing to tell.
   *
   * @param warnings what is no mistake but should be known
   */
  public void write(List<Problem> problems, List<Problem> warnings) {
    List<Object> all = new ArrayList<>();
    for (Problem problem : problems) {
      all.add(object(problem, "error"));
    }
    for (Problem warning : warnings) {
      all.add(object(warning, "warning"));
    }
    sink.json(all);
  }

  private Map<String, Object> object(Problem problem, String severity) {
    Location at = problem.location();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", at.file());
    object.put("line", at.line());
    object.put("column", at.column());
    int end = sources.end(at);
    if (end > 0) {
      object.put("endColumn", end);
    }
    object.put("severity", severity);
    object.put("message", problem.message());
    object.put("hint", problem.hint());
    object.put("code", problem.kind().word());
    return object;
  }
}
