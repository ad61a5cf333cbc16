package kit.engine;

import java.time.Duration;
import java.util.List;

/** Hears from the queue what becomes of its calls. */
interface CallEnd {

  /** These are about to be sent. */
  void sending(List<Pending> calls);

  /** What a call does to the host is being done now. */
  void begins(Pending call);

  /** The connection was lost, and these may have been carried out. */
  void lost(List<Pending> calls);

  /**
   * A call has ended.
   *
   * @throws HostStopped if nothing more is to be done on the host
   */
  void ended(Pending call);

  /** A call will be tried again after a pause, which this waits for. */
  void retrying(Pending call, Duration pause);

  /** Waits for a time in which other hosts may go on. */
  void pause(Duration time);
}
