package kit.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.report.Profile;
import kit.report.Profile.Doing;
import kit.target.Targets;
import kit.transport.Transport;

/** Tells a profile how long connecting and talking to hosts take. */
final class Stopwatch {
  private final Profile profile;
  private final Map<Thread, Long> connecting = new ConcurrentHashMap<>();

  Stopwatch(Profile profile) {
    this.profile = profile;
  }

  Transport timed(Transport transport) {
    return endpoint -> {
      long start = System.nanoTime();
      try {
        return transport.connect(endpoint);
      } finally {
        long took = System.nanoTime() - start;
        connecting.merge(Thread.currentThread(), took, Long::sum);
        profile.spent(Doing.CONNECTING, Duration.ofNanos(took));
      }
    };
  }

  Targets timed(Targets targets) {
    return new TimedTargets(targets, this);
  }

  /** What this thread has spent on connecting so far: connections are made when they are used. */
  long connecting() {
    return connecting.getOrDefault(Thread.currentThread(), 0L);
  }

  void talked(boolean steps, long nanos) {
    profile.spent(steps ? Doing.STEPS : Doing.QUESTIONS, Duration.ofNanos(nanos));
  }
}
