package kit.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kit.model.Become;
import kit.spi.Query;
import kit.spi.Resource;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Target;
import kit.target.Targets;

/**
 * The shells of one host, one for each user, and what is known through them. Its own lock is held
 * while a frame is on its way, and nothing else is locked meanwhile: calls may be delegated here.
 */
final class Shells {

  private final String host;
  private final Targets targets;
  private final Map<Optional<Become>, Shell> byUser = new ConcurrentHashMap<>();
  private final Pretence pretence = new Pretence();
  private volatile int roundTrips;

  Shells(String host, Targets targets) {
    this.host = host;
    this.targets = targets;
  }

  String host() {
    return host;
  }

  Shell as(Optional<Become> become) {
    return byUser.computeIfAbsent(become, Shell::new);
  }

  int roundTrips() {
    return roundTrips;
  }

  /** What check mode takes for true on this host, whoever looks. */
  Pretence pretence() {
    return pretence;
  }

  /** Opens the shells anew when they are next needed; nothing is known any more. */
  synchronized void forget() {
    targets.forget(host);
    reset();
  }

  /** The same; the next attempt to connect may take this long. */
  synchronized void forget(Duration patience) {
    targets.forget(host, patience);
    reset();
  }

  /** Nothing is known any more: something outside of the run may have changed. */
  synchronized void unlearn() {
    for (Shell shell : byUser.values()) {
      shell.answers.clear();
    }
  }

  private void reset() {
    for (Shell shell : byUser.values()) {
      shell.target = null;
      shell.answers.clear();
    }
  }

  /** The shell of one user. It is opened when something is first sent. */
  final class Shell {
    private final Optional<Become> become;
    private final Answers answers = new Answers(pretence);
    private Target target;

    Shell(Optional<Become> become) {
      this.become = become;
    }

    Answers answers() {
      return answers;
    }

    String user() {
      return become.isPresent() ? become.get().user() : open().user();
    }

    /** Asks and keeps the answers. */
    void ask(Set<Query<?>> questions) {
      synchronized (Shells.this) {
        Reply reply = open().exchange(new Frame(List.of(), List.copyOf(questions)), apply -> {});
        roundTrips++;
        if (reply.answers().size() < questions.size()) {
          throw new IllegalStateException("questions without an answer on " + host);
        }
        answers.learn(reply.answers());
      }
    }

    /**
     * Carries calls out, unless another host's call has meanwhile altered what their plans rest on.
     *
     * @return null if nothing was sent, because a plan no longer holds
     */
    Reply send(List<Pending> calls, Set<Resource> touched, Frame frame, Target.Progress progress) {
      synchronized (Shells.this) {
        for (Pending call : calls) {
          if (!call.host.holds()) {
            return null;
          }
        }
        Target opened = open();
        Reply reply;
        try {
          reply = opened.exchange(frame, progress);
        } finally {
          roundTrips++;
          for (Shell shell : byUser.values()) {
            shell.answers.touch(touched);
          }
        }
        answers.learn(reply.answers());
        return reply;
      }
    }

    private Target open() {
      synchronized (Shells.this) {
        if (target == null) {
          target = targets.open(host, become);
        }
        return target;
      }
    }
  }
}
