package kit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.HostSession;
import kit.model.Options;
import kit.model.Unknowable;
import kit.spi.Change;
import kit.spi.Change.Effect;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.Result;
import kit.spi.Result.Status;
import kit.target.Apply;

/** Decides how a call ended: by its plan, its outputs, and what the playbook says of both. */
final class Judge {

  static final Duration DELAY = Duration.ofSeconds(5);
  static final int RETRIES = 3;

  private final HostSession session;
  private final Veil veil;
  private final boolean checking;
  private final Duration usual;

  Judge(HostSession session, boolean checking, Duration usual) {
    this.veil = new Veil(session.secrets());
    this.session = session;
    this.checking = checking;
    this.usual = usual;
  }

  /** Whether the steps of a call are carried out. */
  boolean sends(Pending call) {
    return call.plan instanceof Change change
        && (change.reading() || !call.effective.check().orElse(checking));
  }

  /** Whether carrying a call out changes its host. */
  boolean alters(Pending call) {
    return sends(call) && ((Change) call.plan).effect() == Effect.ALTERS;
  }

  /** What is sent for a call. One that waits has no limit of time but one of its own. */
  Apply apply(Pending call) {
    Change change = (Change) call.plan;
    Duration limit = call.effective.timeout();
    if (change.effect() == Change.Effect.WAITS && limit.equals(usual)) {
      limit = Duration.ZERO;
    }
    return new Apply(veil.steps(change.steps()), limit, call.effective.environment());
  }

  /**
   * Whether the playbook has its own word on the outcome, so that nothing may follow in a frame.
   */
  boolean judged(Pending call) {
    Options options = call.invocation.options();
    return call.effective.ignoreErrors()
        || options.failedWhen().isPresent()
        || options.changedWhen().isPresent()
        || options.until().isPresent();
  }

  /** How long to wait before the call is tried again; null if it is not. */
  Duration again(Pending call, Outcome outcome) {
    Options options = call.invocation.options();
    boolean repeats = options.until().isPresent() || options.retries().isPresent();
    boolean unsent = call.plan instanceof Change && !sends(call);
    if (!repeats || unsent || call.attempts >= options.retries().orElse(RETRIES)) {
      return null;
    }
    boolean reached =
        options.until().isPresent()
            ? options.until().get().test(session, new Ended(outcome, true, null))
            : outcome.status() != Status.FAILED;
    return reached ? null : options.delay().orElse(DELAY);
  }

  /**
   * @param outputs what the steps gave; null if none were sent
   */
  Outcome outcome(Pending call, List<Output> outputs) {
    Outcome plain;
    if (call.plan instanceof Plan.Unchanged unchanged) {
      Status status = call.host.doubtful() ? Status.MAYBE : Status.OK;
      plain = new Outcome(status, unchanged.why(), "", unchanged.values(), List.of());
    } else if (call.plan instanceof Plan.Refused refused) {
      Status status = call.host.shells().pretence().any() ? Status.MAYBE : Status.FAILED;
      plain = new Outcome(status, refused.message(), refused.hint(), refused.values(), List.of());
    } else {
      Change change = (Change) call.plan;
      plain = outputs == null ? planned(call, change) : done(call, change, outputs);
    }
    return worded(call, plain);
  }

  private Outcome planned(Pending call, Change change) {
    boolean unknown =
        change.opaque() && change.diffs().isEmpty() || change.effect() == Effect.WAITS;
    Status known = unchanged(change.values()) ? Status.OK : Status.CHANGED;
    Status status = unknown || call.task.doubtful() || call.host.doubtful() ? Status.MAYBE : known;
    return new Outcome(status, change.summary(), "", change.values(), veil.diffs(change.diffs()));
  }

  private Outcome done(Pending call, Change change, List<Output> outputs) {
    Output last = outputs.isEmpty() ? Output.of(0, "", "") : outputs.get(outputs.size() - 1);
    Map<String, Object> values = new LinkedHashMap<>();
    boolean failed = last.rc() != 0 || last.timedOut();
    if (failed) {
      values.put("rc", last.rc());
      values.put("stdout", last.text());
      values.put("stderr", last.errors());
    }
    values.putAll(change.values());
    values.putAll(change.reader().apply(outputs));
    // what it reads may be missing only because check mode left a change out
    boolean unsure =
        change.effect() == Effect.READS
            && (call.task.doubtful() || call.host.shells().pretence().any());
    if (failed) {
      Status status = unsure ? Status.MAYBE : Status.FAILED;
      return new Outcome(status, failure(change, last), "", values, List.of());
    }
    Status status =
        switch (change.effect()) {
          case ALTERS -> unchanged(values) ? Status.OK : Status.CHANGED;
          case READS -> unsure ? Status.MAYBE : Status.OK;
          case WAITS -> Status.OK;
        };
    return new Outcome(status, change.summary(), "", values, veil.diffs(change.diffs()));
  }

  /** Whether a change found that it had nothing to change after all. */
  private static boolean unchanged(Map<String, Object> values) {
    return Boolean.FALSE.equals(values.get("changed"));
  }

  private static String failure(Change change, Output last) {
    if (last.timedOut()) {
      return change.summary() + ": took too long and was killed";
    }
    if (last.rc() > 128) {
      return change.summary() + ": killed by signal " + (last.rc() - 128);
    }
    return change.summary() + ": exit status " + last.rc();
  }

  /** The playbook's own word; what check mode cannot know makes it a maybe. */
  private Outcome worded(Pending call, Outcome plain) {
    if (plain.status() == Status.MAYBE) {
      return plain;
    }
    try {
      return worded(call.invocation.options(), call, plain);
    } catch (Unknowable unknown) {
      return with(plain, Status.MAYBE, plain.message());
    }
  }

  /** failedWhen, then changedWhen. */
  private Outcome worded(Options options, Pending call, Outcome plain) {
    boolean complete = !(call.plan instanceof Change) || call.sent;
    Outcome outcome = plain;
    if (options.failedWhen().isPresent()) {
      boolean failed = options.failedWhen().get().test(session, new Ended(outcome, complete, null));
      boolean was = outcome.status() == Status.FAILED;
      if (failed && !was) {
        outcome = with(outcome, Status.FAILED, "failedWhen holds: " + outcome.message());
      } else if (!failed && was) {
        outcome = with(outcome, endedWell(call), outcome.message());
      }
    }
    if (options.changedWhen().isPresent() && outcome.status() != Status.FAILED) {
      boolean changed =
          options.changedWhen().get().test(session, new Ended(outcome, complete, null));
      outcome = with(outcome, changed ? Status.CHANGED : Status.OK, outcome.message());
    }
    return outcome;
  }

  /** Whether a call that failed had changed something before, as far as can be told. */
  static boolean touched(Pending call, Outcome outcome, List<Output> outputs) {
    boolean failed = outputs != null && outcome.status() == Status.FAILED;
    return failed
        && ((Change) call.plan).effect() == Effect.ALTERS
        && !outputs.isEmpty()
        && outputs.get(0).rc() == 0
        && !outputs.get(0).timedOut();
  }

  private static Status endedWell(Pending call) {
    return call.plan instanceof Change change && change.effect() == Effect.ALTERS
        ? Status.CHANGED
        : Status.OK;
  }

  private static Outcome with(Outcome outcome, Status status, String message) {
    return new Outcome(
        status, message, outcome.hint(), outcome.values(), new ArrayList<>(outcome.diffs()));
  }

  /**
   * A result that is there already.
   *
   * @param reader the host whose bodies read it; null if it is read to judge it
   */
  record Ended(Outcome outcome, boolean complete, HostPlay reader) implements Result {
    @Override
    public Status status() {
      return outcome.status();
    }

    @Override
    public boolean changed() {
      return outcome.status() == Status.CHANGED;
    }

    @Override
    public Map<String, Object> values() {
      return outcome.values();
    }

    @Override
    public void read(String field) {
      if (reader != null && status() == Status.MAYBE) {
        reader.doubt(field, "a result");
      }
    }
  }
}
