package kit.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;
import kit.spi.Output;
import kit.spi.Step;
import kit.target.Apply;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Target;
import kit.target.Unreachable;
import kit.transport.Deadlines;

/**
 * One frame on its way: as a rule one request, more where something big is uploaded in between, for
 * that can only begin when what comes before it is done.
 */
final class Exchange implements Tape.Progress {

  private static final int KEPT = 2 * 1024 * 1024;
  private static final int TIMED_OUT = 124;

  private final Agent agent;
  private final Frame frame;
  private final Target.Progress progress;
  private final Deadlines deadlines;
  private final List<List<Output>> outputs = new ArrayList<>();
  private final long[] ends;
  private final Questions questions;
  private Request request = new Request();
  private List<Integer> applyOf = new ArrayList<>(); // of each step in the request
  private Watchdog watchdog;
  private boolean asking; // the request has the questions too: the last one has
  private boolean runs;
  private boolean writes;
  private boolean sent;
  private int told = -1; // the last call that the progress was told of
  private boolean beginning; // with a step that is not of the frame, in the last call

  Exchange(Agent agent, Frame frame, Target.Progress progress, Deadlines deadlines) {
    this.agent = agent;
    this.frame = frame;
    this.progress = progress;
    this.deadlines = deadlines;
    this.ends = new long[frame.applies().size()];
    this.questions = new Questions(agent.host(), frame.questions());
  }

  Reply run() {
    for (int i = 0; i < frame.applies().size(); i++) {
      outputs.add(new ArrayList<>());
      for (Step step : frame.applies().get(i).steps()) {
        if (!add(step, i)) {
          return failed();
        }
      }
    }
    questions.addTo(request);
    asking = true;
    if (request.size() > 0 && !flush()) {
      return failed();
    }
    return new Reply(outputs, questions.answers());
  }

  /** Calls after the failed one were not begun. */
  private Reply failed() {
    int begun = outputs.size();
    while (begun > 0 && outputs.get(begun - 1).isEmpty()) {
      begun--;
    }
    return new Reply(List.copyOf(outputs.subList(0, begun)), Map.of());
  }

  private boolean add(Step step, int apply) {
    Map<String, String> environment = frame.applies().get(apply).environment();
    try {
      if (step instanceof Step.Run run) {
        if (big(run.stdin())) {
          return uploaded(
              "/tmp/kit", run.stdin(), agent.texts().runUploaded(run, environment), apply);
        }
        return step(agent.texts().run(run, environment), apply, true);
      }
      Step.Write write = (Step.Write) step;
      Optional<byte[]> content = Optional.of(write.content());
      if (big(content)) {
        return uploaded(write.path(), content, agent.texts().writeUploaded(write), apply);
      }
      return step(agent.texts().write(write), apply, false);
    } catch (IllegalArgumentException e) {
      throw new KitException(e.getMessage(), "");
    }
  }

  private static boolean big(Optional<byte[]> bytes) {
    int length = bytes.isPresent() ? bytes.get().length : 0;
    return length > Payload.IN_BAND // without writing it out, which takes four times its size
        || length > Payload.IN_BAND / 2 && Payload.printf(bytes.get()).length() > Payload.IN_BAND;
  }

  private boolean step(String text, int apply, boolean script) {
    request.step(text, KEPT, KEPT);
    applyOf.add(apply);
    runs |= script;
    writes |= !script;
    return true;
  }

  /**
   * Makes the file, fills it over a channel of its own, and leaves the rest to the next request.
   */
  private boolean uploaded(String path, Optional<byte[]> bytes, String then, int apply) {
    if (request.size() > 0 && !flush()) {
      return false;
    }
    step(agent.texts().beginUpload(path), apply, false);
    beginning = true;
    if (!flush()) {
      return false;
    }
    beginning = false;
    List<Output> soFar = outputs.get(apply);
    String file = soFar.remove(soFar.size() - 1).text();
    Output sentOver = upload(file, bytes.orElseThrow(), apply);
    if (sentOver.rc() != 0) {
      step("kit_done 1", apply, false);
      flush();
      soFar.set(soFar.size() - 1, sentOver);
      return false;
    }
    step(then, apply, true);
    writes = true;
    return true;
  }

  private Output upload(String file, byte[] bytes, int apply) {
    Upload upload = agent.upload();
    if (ends[apply] != 0) {
      deadlines.set(Duration.ofNanos(ends[apply] - System.nanoTime()), upload);
    }
    try {
      return upload.send(file, bytes);
    } catch (IOException e) {
      throw agent.lost(true).after(whole());
    } finally {
      upload.cancel();
    }
  }

  /** Sends what has been put together; false if a step failed. */
  private boolean flush() {
    watchdog = new Watchdog(agent, deadlines);
    Capture cutOut = null;
    Capture cutErr = null;
    sent |= !applyOf.isEmpty();
    try {
      agent.ask(request, runs, writes, this);
    } catch (IOException e) {
      watchdog.finish();
      if (!watchdog.fired()) {
        throw lost();
      }
      cutOut = agent.tapes().out().unfinished();
      cutErr = agent.tapes().err().unfinished();
    } finally {
      watchdog.finish();
    }
    if (agent.stopped()) {
      throw lost();
    }
    boolean ok = read(watchdog.fired(), cutOut, cutErr);
    request = new Request();
    applyOf = new ArrayList<>();
    runs = false;
    writes = false;
    return ok;
  }

  /** Says what had ended well; the step after that may have run. */
  private Unreachable lost() {
    List<Tape.Section> outs = agent.tapes().out().sections();
    List<Tape.Section> errs = agent.tapes().err().sections();
    int steps = Math.min(applyOf.size(), Math.min(outs.size(), errs.size()));
    for (int i = 0; i < steps && outs.get(i).status() == 0; i++) {
      Output output = output(0, outs.get(i).output(), errs.get(i).output(), false);
      outputs.get(applyOf.get(i)).add(output);
    }
    return agent.lost(sent).after(whole());
  }

  /** The outputs of the calls of which every step has ended. */
  private List<List<Output>> whole() {
    int whole = 0;
    int most = beginning ? outputs.size() - 1 : outputs.size();
    while (whole < most && outputs.get(whole).size() == frame.applies().get(whole).steps().size()) {
      whole++;
    }
    return List.copyOf(outputs.subList(0, whole));
  }

  @Override
  public void writes(int index, byte[] bytes, int from, int to) {
    if (index < applyOf.size()) {
      progress.writes(applyOf.get(index), false, bytes, from, to);
    }
  }

  @Override
  public void lineEnds(int index) {
    if (index < applyOf.size()) {
      progress.lineEnds(applyOf.get(index), false);
    }
  }

  @Override
  public Tape.Progress errors() {
    List<Integer> calls = applyOf;
    return new Tape.Progress() {
      @Override
      public void begins(int index) {}

      @Override
      public void writes(int index, byte[] bytes, int from, int to) {
        if (index < calls.size()) {
          progress.writes(calls.get(index), true, bytes, from, to);
        }
      }

      @Override
      public void lineEnds(int index) {
        if (index < calls.size()) {
          progress.lineEnds(calls.get(index), true);
        }
      }
    };
  }

  /** The time of a call runs from its first step to its last. */
  @Override
  public void begins(int index) {
    if (index >= applyOf.size()) {
      watchdog.limit(Questions.LIMIT);
      return;
    }
    int apply = applyOf.get(index);
    if (apply != told) {
      told = apply;
      progress.begins(apply);
    }
    Apply call = frame.applies().get(apply);
    if (call.timeout().isZero() || call.timeout().isNegative()) {
      watchdog.calm();
      return;
    }
    if (ends[apply] == 0) {
      ends[apply] = System.nanoTime() + call.timeout().toNanos();
    }
    watchdog.limit(Duration.ofNanos(ends[apply] - System.nanoTime()));
  }

  private boolean read(boolean late, Capture cutOut, Capture cutErr) {
    List<Tape.Section> outs = agent.tapes().out().sections();
    List<Tape.Section> errs = agent.tapes().err().sections();
    int steps = Math.min(applyOf.size(), Math.min(outs.size(), errs.size()));
    boolean ok = true;
    for (int i = 0; i < steps; i++) {
      Tape.Section out = outs.get(i);
      boolean killed = late && i == outs.size() - 1;
      outputs
          .get(applyOf.get(i))
          .add(output(out.status(), out.output(), errs.get(i).output(), killed));
      ok &= out.status() == 0;
    }
    if (cutOut != null && steps < applyOf.size()) {
      Capture err = cutErr == null ? new Capture(0, 0) : cutErr;
      outputs.get(applyOf.get(steps)).add(output(TIMED_OUT, cutOut, err, true));
      return false;
    }
    if (ok && asking && steps == applyOf.size()) {
      questions.read(outs, errs, steps, late);
    }
    return ok;
  }

  private static Output output(int status, Capture out, Capture err, boolean timedOut) {
    return new Output(status, out.bytes(), err.bytes(), out.dropped() + err.dropped(), timedOut);
  }
}
