package kit.cli;

import java.time.Duration;
import java.util.Optional;
import kit.model.Become;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Target;
import kit.target.Targets;

/** Shells whose exchanges a stopwatch takes the time of. */
final class TimedTargets implements Targets {
  private final Targets targets;
  private final Stopwatch watch;

  TimedTargets(Targets targets, Stopwatch watch) {
    this.targets = targets;
    this.watch = watch;
  }

  @Override
  public Target open(String host, Optional<Become> become) {
    return new Timed(targets.open(host, become));
  }

  @Override
  public void forget(String host) {
    targets.forget(host);
  }

  @Override
  public void forget(String host, Duration patience) {
    targets.forget(host, patience);
  }

  @Override
  public void close() {
    targets.close();
  }

  private final class Timed implements Target {
    private final Target target;

    Timed(Target target) {
      this.target = target;
    }

    @Override
    public Reply exchange(Frame frame, Progress progress) {
      long start = System.nanoTime();
      long connecting = watch.connecting();
      try {
        return target.exchange(frame, progress);
      } finally {
        long connected = watch.connecting() - connecting;
        watch.talked(!frame.applies().isEmpty(), System.nanoTime() - start - connected);
      }
    }

    @Override
    public String user() {
      return target.user();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
