package kit.engine;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.model.Become;
import kit.model.Confirm;
import kit.model.Failure;
import kit.model.Location;
import kit.query.Safeguard;
import kit.query.Safeguard.Answer;
import kit.spi.Output;
import kit.spi.Resource;
import kit.spi.Step;
import kit.target.Apply;
import kit.target.Frame;
import kit.target.Unreachable;

/**
 * One confirmWithin on its host: has what it may change saved and watched over there before the
 * first change is sent, and confirms after the last, over a connection of its own. A host on which
 * nothing is changed never hears of it.
 */
final class Guard {

  private static final Duration TALK = Duration.ofSeconds(40);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** The host waits this much longer than kit sends, which covers the way there. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** So long kit looks whether a host that was cut off is back, once its time is over. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(60);

  private final Confirm confirm;
  private final Location where;
  private final TaskFrame task;
  private final Attempt attempt;
  private final RunContext run;
  private final CallEnd end;
  private final String host;
  private final Shells shells;
  private final Optional<Become> become;
  private final Safeguard safeguard;
  private String last = "";
  private long deadline;
  private boolean armed;
  private boolean closed;
  private boolean over;

  Guard(
      Confirm confirm, Location where, HostPlay play, RunContext run, CallEnd end, Shells shells) {
    this.confirm = confirm;
    this.where = where;
    this.task = play.task();
    this.attempt = play.attempts().innermost();
    this.run = run;
    this.end = end;
    this.host = play.host();
    this.shells = shells;
    this.become = play.options().become();
    byte[] identity = new byte[16];
    new SecureRandom().nextBytes(identity);
    this.safeguard = new Safeguard(HexFormat.of().formatHex(identity));
  }

  /** Whether a call is one of those that it looks after: not what is done on other hosts. */
  boolean holds(Pending call) {
    return call.host.shells() == shells;
  }

  /** Whether the host waits for a word. */
  boolean armed() {
    return armed && !over;
  }

  /** The block has been left; calls of it may still wait. */
  void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /** A change is about to be sent. */
  void before(Pending call) {
    if (!armed) {
      arm();
    } else if (left().isNegative()) {
      throw late();
    }
    String label = call.effective.noLog() ? "" : call.invocation.module().label();
    String what = call.invocation.name() + (label.isEmpty() ? "" : " " + label);
    last = what + " (" + call.invocation.location() + ")";
  }

  /** The same call with a first step that fails where it comes too late. */
  Apply checked(Apply apply) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.Run.of(safeguard.check()));
    steps.addAll(apply.steps());
    return new Apply(steps, apply.timeout(), apply.environment());
  }

  /** What the steps of a checked call gave, without that of the first. */
  List<Output> checked(List<Output> outputs) {
    if (outputs.size() == 1 && outputs.get(0).rc() != 0) {
      throw late();
    }
    return outputs.subList(1, outputs.size());
  }

  /** The same for a call that cannot be given such a step. */
  void check() {
    if (sent(safeguard.check(), Set.of()).rc() != 0) {
      throw late();
    }
  }

  private HostStopped late() {
    over = true;
    return back("the changes took longer than " + seconds(), null);
  }

  private void arm() {
    deadline = System.nanoTime() + confirm.within().toNanos();
    Duration limit = confirm.within().plus(GRACE);
    Output begun = sent(safeguard.arm(limit, confirm.files(), confirm.revert()), Set.of());
    if (begun.rc() != 0 || begun.timedOut()) {
      over = true;
      boolean user = begun.rc() == 77;
      throw failed(
          "the changes were not begun: " + begun.errors().strip(),
          user ? "become root: block(become: true) { confirmWithin ... }" : "");
    }
    armed = true;
  }

  /** The last change is done: says so over a new connection, if there was any. */
  void finish() {
    if (!armed()) {
      over = true;
      return;
    }
    over = true;
    Unreachable lost = null;
    do {
      try {
        Duration patience = left().compareTo(CONNECT) < 0 ? left() : CONNECT;
        shells.forget(patience.toSeconds() < 1 ? Duration.ofSeconds(1) : patience);
        judge(Safeguard.answer(sent(safeguard.confirm(), Set.of()).text()));
        return;
      } catch (Unreachable e) {
        refuseInterrupted(e);
        lost = e;
        end.pause(PAUSE);
      }
    } while (!left().isNegative());
    throw back(shutOut(), lost);
  }

  private void judge(Answer answer) {
    if (answer.verdict() != Safeguard.Verdict.CONFIRMED) {
      throw reverted(shutOut(), answer);
    }
    tell(true, "confirmed on a new connection", "");
  }

  /** The connection was lost on the way: waits until the host has put things back. */
  HostStopped lost(Unreachable lost) {
    refuseInterrupted(lost);
    over = true;
    return back("the connection was lost in " + last, lost);
  }

  /** The block failed: has things put back at once if the host can still be told to. */
  void undo() {
    if (!armed()) {
      return;
    }
    over = true;
    try {
      Answer answer = Safeguard.answer(sent(safeguard.undo(), Set.of(Resource.ANYTHING)).text());
      run.tell(new Event.Warning(host, "confirmWithin failed; " + outcome(answer)));
    } catch (Unreachable e) {
      run.tell(new Event.Warning(host, "confirmWithin failed; " + byItself()));
    }
  }

  /** Gets in again, which may take until the host has put things back, and looks. */
  private HostStopped back(String why, Unreachable first) {
    Unreachable lost = first;
    do {
      try {
        if (lost != null) {
          shells.forget(CONNECT);
        }
        Answer answer = Safeguard.answer(sent(safeguard.undo(), Set.of(Resource.ANYTHING)).text());
        if (answer.verdict() != Safeguard.Verdict.PENDING) {
          return reverted(why, answer);
        }
      } catch (Unreachable e) {
        refuseInterrupted(e);
        lost = e;
      }
      end.pause(PAUSE);
    } while (left().plus(AFTERWARDS).compareTo(Duration.ZERO) > 0);
    String hint = lost == null ? "" : lost.problems().get(0).message();
    return failed(why + "; it puts things back by itself, but has not been reached since", hint);
  }

  private HostStopped reverted(String why, Answer answer) {
    return failed(why + "; " + outcome(answer), "mend what cuts kit off, then run it again");
  }

  private String outcome(Answer answer) {
    return switch (answer.verdict()) {
      case REVERTED ->
          answer.whole()
              ? host + " put everything back at " + answer.time()
              : host + " could not put everything back at " + answer.time() + answer.said();
      case CONFIRMED -> "the changes stay, they were confirmed before";
      case GONE -> "nothing is left there of what puts things back: was it restarted?";
      case PENDING -> byItself();
    };
  }

  private String byItself() {
    return host + " puts things back by itself, " + seconds() + " after the first change";
  }

  private String shutOut() {
    return "kit did not get back in within " + seconds() + " after " + last;
  }

  private String seconds() {
    return confirm.within().toSeconds() + " s";
  }

  private Duration left() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  private void refuseInterrupted(Unreachable lost) {
    if (run.interrupted()) {
      String hint = armed ? byItself() : lost.problems().get(0).hint();
      throw new Unreachable(lost.problems().get(0).message(), hint, lost.sent());
    }
  }

  private HostStopped failed(String message, String hint) {
    tell(false, message, hint);
    return new HostStopped(
        attempt, new Failure(host, task.name(), where, message, false, Map.of()));
  }

  private void tell(boolean confirmed, String message, String hint) {
    boolean ignored = !confirmed && Attempt.rescued(attempt);
    run.tell(
        new Event.Confirmation(
            host,
            task.name(),
            task.began(),
            task.handler(),
            where,
            confirmed,
            message,
            hint,
            ignored));
  }

  private Output sent(String script, Set<Resource> touched) {
    Apply apply = new Apply(List.of(Step.Run.of(script)), TALK, Map.of());
    Frame frame = new Frame(List.of(apply), List.of());
    return shells.as(become).send(List.of(), touched, frame, at -> {}).outputs().get(0).get(0);
  }
}
