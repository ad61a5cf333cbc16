package kit.engine;

import java.util.List;
import java.util.Map;
import kit.model.Invocation;
import kit.spi.Change;
import kit.spi.Plan;
import kit.spi.Result;

/** A call that has been made: waiting, or ended with an outcome. Reading it settles it. */
final class Pending implements Result {

  final Invocation invocation;
  final Effective effective;
  final TaskFrame task;
  final List<String> notifies;
  final Attempt attempt;
  final CallHost host;

  /** What looks after it; null if it stands in no confirmWithin. */
  final Guard guard;

  private final HostPlay play;

  /** The playbook's own variables where it was made, for who debugs it. */
  Map<String, Object> seen = Map.of();

  /** The plan, as far as it holds; null while questions are open or after a change. */
  Plan plan;

  int attempts;

  /** Whether its steps were carried out. */
  boolean sent;

  /** Whether a try that failed may have changed something before. */
  boolean touched;

  private Outcome outcome;

  Pending(
      Invocation invocation,
      Effective effective,
      TaskFrame task,
      List<String> notifies,
      Attempt attempt,
      Guard guard,
      CallHost host,
      HostPlay play) {
    this.invocation = invocation;
    this.effective = effective;
    this.task = task;
    this.notifies = notifies;
    this.attempt = attempt;
    this.guard = guard;
    this.host = host;
    this.play = play;
  }

  boolean ended() {
    return outcome != null;
  }

  void end(Outcome result) {
    outcome = result;
  }

  Outcome outcome() {
    if (outcome == null) {
      play.queue().settle(this);
    }
    return outcome;
  }

  /** The same, with nothing left to do, for threads of other hosts. */
  Result settled() {
    return new Judge.Ended(outcome(), complete(), null);
  }

  @Override
  public Status status() {
    return outcome().status();
  }

  @Override
  public boolean changed() {
    return outcome().status() == Status.CHANGED;
  }

  @Override
  public Map<String, Object> values() {
    return outcome().values();
  }

  @Override
  public void read(String field) {
    if (status() == Status.MAYBE) {
      play.doubt(field, invocation.name());
    }
  }

  @Override
  public boolean complete() {
    return outcome() != null && (sent || !(plan instanceof Change));
  }
}
