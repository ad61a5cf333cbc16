package kit.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;

/** The questions of a frame, those of one kind asked by one probe. */
final class Questions {

  static final Duration LIMIT = Duration.ofMinutes(5);

  private static final int KEPT = 64 * 1024 * 1024;

  private final String host;
  private final Map<Object, List<Query<Object>>> batches = new LinkedHashMap<>();
  private final List<Probe<Object>> probes = new ArrayList<>();
  private final Map<Query<?>, Object> answers = new LinkedHashMap<>();

  Questions(String host, List<Query<?>> queries) {
    this.host = host;
    for (Query<?> query : queries) {
      List<Query<Object>> batch = batches.get(query.kind());
      if (batch == null) {
        batch = new ArrayList<>();
        batches.put(query.kind(), batch);
      }
      batch.add(any(query));
    }
  }

  @SuppressWarnings("unchecked") // the batch's own probe makes and reads the answers
  private static Query<Object> any(Query<?> query) {
    return (Query<Object>) query;
  }

  void addTo(Request request) {
    for (List<Query<Object>> batch : batches.values()) {
      Probe<Object> probe = batch.get(0).probe(batch);
      probes.add(probe);
      request.probe("{\n" + probe.script() + "\n}", KEPT);
    }
  }

  /** Reads the sections from this index on. */
  void read(List<Tape.Section> outs, List<Tape.Section> errs, int from, boolean late) {
    int at = from;
    for (List<Query<Object>> batch : batches.values()) {
      if (late) {
        throw new KitException(
            host + " did not answer within " + LIMIT.toMinutes() + " minutes: " + batch.get(0),
            "is a network file system or a package lock hanging there?");
      }
      Output output = output(outs.get(at), errs.get(at), batch.get(0));
      List<Object> values = values(probes.get(at - from), output, batch);
      for (int i = 0; i < batch.size(); i++) {
        answers.put(batch.get(i), values.get(i));
      }
      at++;
    }
  }

  private Output output(Tape.Section out, Tape.Section err, Query<Object> query) {
    if (out.output().dropped() > 0) {
      throw new KitException(
          "the answer of " + host + " is too big: " + query, "ask for less at once");
    }
    return new Output(out.status(), out.output().bytes(), err.output().bytes(), 0, false);
  }

  private List<Object> values(Probe<Object> probe, Output output, List<Query<Object>> batch) {
    List<Object> values;
    try {
      values = probe.reader().apply(output);
    } catch (RuntimeException e) {
      throw new KitException(
          "cannot read what " + host + " answers to " + batch.get(0) + ": " + e,
          "standard error says: " + output.errors().strip());
    }
    if (values.size() != batch.size()) {
      throw new KitException(
          host + " answers " + values.size() + " of " + batch.size() + " times: " + batch.get(0),
          "");
    }
    return values;
  }

  Map<Query<?>, Object> answers() {
    return answers;
  }
}
