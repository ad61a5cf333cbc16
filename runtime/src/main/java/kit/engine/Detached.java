package kit.engine;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import kit.model.Async;
import kit.query.Job;
import kit.spi.Change;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Step;
import kit.target.Apply;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Unreachable;

/**
 * Carries out a call that runs detached on its host. The job is known by an identity that was
 * chosen before it began, so it is found again whenever the connection is lost, also at its very
 * start.
 */
final class Detached {

  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Pending call;
  private final CallEnd end;
  private final Change change;
  private final Async async;
  private final Apply apply;
  private final Job job;

  Detached(Pending call, Apply apply, CallEnd end) {
    this.call = call;
    this.end = end;
    this.change = (Change) call.plan;
    this.async = call.invocation.options().async().orElseThrow();
    this.apply = apply;
    byte[] identity = new byte[16];
    new SecureRandom().nextBytes(identity);
    this.job = new Job(HexFormat.of().formatHex(identity));
  }

  static boolean wanted(Pending call) {
    return call.invocation.options().async().isPresent();
  }

  /** The outputs of the job, or of its start if it is not waited for; null if nothing was sent. */
  List<Output> run() {
    Output begun = begin();
    if (begun == null) {
      return null;
    }
    if (begun.rc() != 0 || begun.timedOut()) {
      return List.of(begun);
    }
    boolean waits = !async.poll().isZero();
    call.plan = waits ? change.value("jid", job.id()) : started();
    return List.of(waits ? awaited() : begun);
  }

  private Output begin() {
    if (change.steps().size() != 1 || !(change.steps().get(0) instanceof Step.Run run)) {
      throw new PlanException(call.invocation.name() + " cannot run detached here", "");
    }
    String script = job.start(run.script(), run.stdin().isPresent(), async.limit());
    Step step =
        new Step.Run(script, run.stdin(), run.directory(), run.environment(), run.repeatable());
    try {
      return sent(step, List.of(call));
    } catch (Unreachable lost) {
      if (!lost.sent()) {
        throw lost;
      }
      if (look(lost).phase() == Job.Phase.GONE) {
        throw lost;
      }
      return Output.of(0, "", "");
    }
  }

  /** What a call gives that is not waited for. */
  private Plan started() {
    Change told = Plan.change(change.summary()).touches(Resource.ANYTHING);
    return told.value("jid", job.id())
        .value("started", true)
        .value("finished", false)
        .value("cmd", change.values().getOrDefault("cmd", ""));
  }

  /** Looks until the job has ended; the host itself sees to it that it ends. */
  private Output awaited() {
    Job.State state = look(null);
    while (state.phase() == Job.Phase.RUNNING) {
      end.pause(async.poll());
      state = look(null);
    }
    if (state.phase() == Job.Phase.GONE) {
      String what = "the job is not there any more: the host was restarted, or it was killed\n";
      return Output.of(1, "", what);
    }
    Output output = persistently(job.output(), null);
    try {
      sent(Step.Run.of(job.clear()), List.of());
    } catch (Unreachable lost) {
      // what it gave is here, and what is left there goes with the next job
    }
    return new Output(state.rc(), output.out(), output.err(), output.dropped(), state.late());
  }

  private Job.State look(Unreachable lost) {
    return Job.state(persistently(job.look(), lost).text());
  }

  /**
   * Runs a piece of sh that changes nothing, over a new connection where the old one was lost.
   *
   * @param lost how it was lost; null if it still holds
   */
  private Output persistently(String script, Unreachable lost) {
    Unreachable last = lost;
    long latest = System.nanoTime() + async.limit().plus(GRACE).toNanos();
    do {
      if (last != null) {
        call.host.shells().forget(CONNECT);
      }
      try {
        return sent(Step.Run.of(script), List.of());
      } catch (Unreachable again) {
        last = again;
        end.pause(async.poll().isZero() ? Duration.ofSeconds(1) : async.poll());
      }
    } while (System.nanoTime() < latest);
    throw last;
  }

  /** Whatever the job does meanwhile, nothing is taken for known afterwards. */
  private Output sent(Step step, List<Pending> calls) {
    Duration limit = calls.isEmpty() ? LOOK : apply.timeout();
    Frame frame =
        new Frame(List.of(new Apply(List.of(step), limit, apply.environment())), List.of());
    Reply reply = call.host.shell().send(calls, Set.of(Resource.ANYTHING), frame, at -> {});
    return reply == null ? null : reply.outputs().get(0).get(0);
  }
}
