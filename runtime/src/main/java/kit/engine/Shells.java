package kit.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.model.Become;
import kit.spi.Resource;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Target;
import kit.target.Targets;

/** The shells of one host, one for each user, and what is known through them. */
final class Shells {

  private final String host;
  private final Targets targets;
  private final Map<Optional<Become>, Shell> byUser = new HashMap<>();
  private final Pretence pretence = new Pretence();
  private int roundTrips;

  Shells(String host, Targets targets) {
    this.host = host;
    this.targets = targets;
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

  /** A change sent by one user alters what every user sees. */
  void touch(Set<Resource> touched) {
    for (Shell shell : byUser.values()) {
      shell.answers.touch(touched);
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

    /** Sends a frame and keeps the answers. */
    Reply exchange(Frame frame) {
      Reply reply = open().exchange(frame);
      roundTrips++;
      answers.learn(reply.answers());
      if (frame.applies().isEmpty() && reply.answers().size() < frame.questions().size()) {
        throw new IllegalStateException("questions without an answer on " + host);
      }
      return reply;
    }

    private Target open() {
      if (target == null) {
        target = targets.open(host, become);
      }
      return target;
    }
  }
}
