package kit.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Change;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Unanswered;
import kit.target.Apply;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Unreachable;

/**
 * The calls of one host that wait, in the order written. Running it plans all of them ahead, asks
 * what they need in one frame, and sends changes in their order, several together where none of
 * them rests on what another alters.
 */
final class CallQueue {

  private final Deque<Pending> waiting = new ArrayDeque<>();
  private final Judge judge;
  private final CallEnd end;
  private final Surroundings surroundings;
  private final boolean oneByOne;

  /**
   * @param oneByOne settle each call as it is made: for tests, which compare the two
   */
  CallQueue(Judge judge, CallEnd end, Surroundings surroundings, boolean oneByOne) {
    this.judge = judge;
    this.end = end;
    this.surroundings = surroundings;
    this.oneByOne = oneByOne;
  }

  /** Adds a call. What its plan reads of the controller is captured now. */
  void add(Pending call) {
    plan(call);
    call.host.seal();
    waiting.add(call);
    if (oneByOne) {
      settle(call);
    }
  }

  /** Settles everything. */
  void settle() {
    while (!waiting.isEmpty()) {
      advance();
    }
  }

  /** Settles the queue up to and with a call. */
  void settle(Pending call) {
    while (!call.ended() && !waiting.isEmpty()) {
      advance();
    }
    if (!call.ended()) {
      throw new HostStopped(); // it was dropped when an earlier call failed
    }
  }

  /** Answers a question now, together with what the waiting calls ask. */
  <A> A answer(Query<A> query, Shells.Shell shell) {
    Object known = shell.answers().get(query);
    while (known == null) {
      Set<Query<?>> questions = missing(shell);
      questions.add(query);
      shell.ask(questions);
      known = shell.answers().get(query);
    }
    @SuppressWarnings("unchecked") // the answer to a Query<A> is an A
    A answer = (A) known;
    return answer;
  }

  /** The call that is settled next; null if none waits. */
  Pending next() {
    return waiting.peekFirst();
  }

  /** Forgets the waiting calls: the host has stopped. */
  void drop() {
    waiting.clear();
  }

  /** The block of a guard was left: what waits of it is done first, where there is anything. */
  void left(Guard guard) {
    if (guard.armed()) {
      settle();
    }
    finish(guard);
  }

  /** Confirms if nothing more of the guard waits. */
  private void finish(Guard guard) {
    for (Pending call : waiting) {
      if (call.guard == guard) {
        return;
      }
    }
    guard.finish();
  }

  private void advance() {
    Pending head = waiting.getFirst();
    try {
      advance(head);
    } catch (Unreachable lost) {
      if (head.guard == null || !head.guard.armed()) {
        throw lost;
      }
      HostStopped stopped = head.guard.lost(lost);
      waiting.clear();
      throw stopped;
    }
  }

  private void advance(Pending head) {
    Shells.Shell shell = head.host.shell();
    if (!current(head)) {
      Set<Query<?>> questions = missing(shell);
      if (!questions.isEmpty()) {
        shell.ask(questions);
      }
      return;
    }
    if (guarded(head)) {
      head.guard.before(head);
    }
    if (alone(head) && judge.sends(head)) {
      if (guarded(head)) {
        head.guard.check();
      }
      errand(head);
      return;
    }
    List<Pending> together = together(head);
    List<Pending> changes = new ArrayList<>();
    Set<Resource> touched = new LinkedHashSet<>();
    for (Pending call : together) {
      if (judge.sends(call)) {
        changes.add(call);
        touched.addAll(((Change) call.plan).touches());
      }
    }
    Reply reply = null;
    Unreachable lost = null;
    if (!changes.isEmpty()) {
      end.sending(changes);
      Frame frame = frame(changes, questionsAfter(together, touched, shell));
      try {
        reply = shell.send(together, touched, frame, at -> end.begins(changes.get(at)));
      } catch (Unreachable e) {
        lost = e;
        reply = new Reply(e.outputs(), Map.of());
        if (e.sent()) {
          end.lost(
              changes.subList(Math.min(changes.size(), reply.outputs().size()), changes.size()));
        }
      }
      if (reply == null) {
        return;
      }
    }
    int sent = 0;
    for (Pending call : together) {
      List<Output> outputs = null;
      if (judge.sends(call)) {
        if (sent >= reply.outputs().size() && lost != null) {
          throw lost;
        }
        if (sent >= reply.outputs().size()) {
          return; // an earlier one failed, and judging it has stopped the host or will do so
        }
        outputs = reply.outputs().get(sent++);
        if (guarded(call)) {
          outputs = call.guard.checked(outputs);
        }
      }
      if (!finish(call, outputs)) {
        return;
      }
    }
    if (lost != null) {
      throw lost;
    }
  }

  private void errand(Pending call) {
    end.sending(List.of(call));
    end.begins(call);
    List<Output> outputs;
    try {
      outputs =
          Detached.wanted(call)
              ? new Detached(call, judge.apply(call), end).run()
              : new Errand(call, surroundings, judge.apply(call)).run();
    } catch (Unreachable lost) {
      if (lost.sent()) {
        end.lost(List.of(call));
      }
      throw lost;
    }
    if (outputs != null) {
      finish(call, outputs);
    }
  }

  /** Ends the call at the head. False if it is to be tried again. */
  private boolean finish(Pending call, List<Output> outputs) {
    call.sent = outputs != null;
    Outcome outcome = judge.outcome(call, outputs);
    call.touched |= Judge.touched(call, outcome, outputs);
    Duration pause = judge.again(call, outcome);
    if (pause != null) {
      call.attempts++;
      end.retrying(call, pause);
      call.host.shell().answers().forget(call.host.used());
      call.plan = null;
      return false;
    }
    if (call.plan instanceof Change change && !call.sent) {
      call.host.shells().pretence().add(change.touches(), change.predicts());
    }
    waiting.removeFirst();
    call.end(outcome);
    Guard guard = call.guard;
    try {
      end.ended(call);
    } catch (HostStopped stopped) {
      if (guard != null && guard.closed()) {
        guard.undo(); // else the block is still there to hear of it, and may rescue it
      }
      throw stopped;
    }
    if (guard != null && guard.closed()) {
      finish(guard);
    }
    return true;
  }

  /**
   * The head and those behind it that can travel with it: same shell, planned, and not resting on
   * what one before them alters. One whose outcome is judged by the playbook is the last of them.
   */
  private List<Pending> together(Pending head) {
    List<Pending> list = new ArrayList<>();
    Set<Resource> touched = new LinkedHashSet<>();
    boolean unsent = false;
    for (Pending call : waiting) {
      if (call.host.shell() != head.host.shell() || !current(call)) {
        break;
      }
      if (call != head && (alone(call) || rests(call, touched) || unsent)) {
        break;
      }
      if (call != head && (guarded(head) || guarded(call))) {
        break; // so that nothing more is on its way to a host that has shut kit out
      }
      list.add(call);
      if (call.plan instanceof Change change) {
        unsent = unsent || !judge.sends(call);
        touched.addAll(change.touches());
      }
      if (judge.judged(call) || call.plan instanceof Plan.Refused) {
        break;
      }
    }
    return list;
  }

  /** Whether it changes a host that has to be able to undo it. */
  private boolean guarded(Pending call) {
    return call.guard != null && call.guard.holds(call) && judge.alters(call);
  }

  /** Whether it is more than a frame can carry. */
  private static boolean alone(Pending call) {
    return call.plan instanceof Change change && (Detached.wanted(call) || Errand.needed(change));
  }

  private static boolean rests(Pending call, Set<Resource> touched) {
    for (Query<?> query : call.host.used()) {
      if (Answers.stale(query, touched)) {
        return true;
      }
    }
    return false;
  }

  /** What the calls behind those that are sent need to know afterwards. */
  private Set<Query<?>> questionsAfter(
      List<Pending> together, Set<Resource> touched, Shells.Shell shell) {
    Set<Query<?>> questions = new LinkedHashSet<>();
    for (Pending call : waiting) {
      if (together.contains(call) || call.host.shell() != shell) {
        continue;
      }
      for (Query<?> query : call.host.used()) {
        boolean needed = !shell.answers().knows(query) || Answers.stale(query, touched);
        if (needed && !query.expensive()) {
          questions.add(query);
        }
      }
    }
    return questions;
  }

  private Frame frame(List<Pending> changes, Set<Query<?>> questions) {
    List<Apply> applies = new ArrayList<>();
    for (Pending call : changes) {
      Apply apply = judge.apply(call);
      applies.add(guarded(call) ? call.guard.checked(apply) : apply);
    }
    return new Frame(applies, List.copyOf(questions));
  }

  /** Plans all calls of a shell and gathers what they do not know yet. */
  private Set<Query<?>> missing(Shells.Shell shell) {
    Set<Query<?>> questions = new LinkedHashSet<>();
    boolean head = true;
    for (Pending call : waiting) {
      if (call.host.shell() == shell && !current(call)) {
        for (Query<?> query : call.host.used()) {
          if (!shell.answers().knows(query) && (head || !query.expensive())) {
            questions.add(query);
          }
        }
      }
      head = false;
    }
    return questions;
  }

  /** Whether the call has a plan that still holds; makes one if it can. */
  private boolean current(Pending call) {
    return call.plan != null && call.host.holds() || plan(call);
  }

  private static boolean plan(Pending call) {
    call.host.begin();
    call.plan = null;
    try {
      call.plan = call.invocation.module().plan(call.host);
      return true;
    } catch (Unanswered unanswered) {
      return false;
    } catch (PlanException e) {
      call.plan = new Plan.Refused(e.getMessage(), e.hint(), Map.of());
      return true;
    }
  }
}
