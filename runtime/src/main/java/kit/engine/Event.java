package kit.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.Invocation;
import kit.model.Location;
import kit.model.Play;

/** Something that happened in a run. Events of one host come in their order; hosts interleave. */
public sealed interface Event {

  /** A play begins on these hosts (a batch of them if the play is serial). */
  record PlayStarted(Play play, List<String> hosts, boolean check) implements Event {}

  /** A play has no hosts to run on. */
  record PlaySkipped(Play play, String why) implements Event {}

  /** A task or handler begins on a host. */
  record TaskStarted(String host, String task, Location location, boolean handler)
      implements Event {}

  /** A task was left out on a host: its condition did not hold, or its body said skip. */
  record TaskSkipped(String host, String task, Location location, String why) implements Event {}

  /** What a call does to its host is being done now. */
  record CallBegan(String host, String task, Location began, boolean handler) implements Event {}

  /**
   * A call ended.
   *
   * @param began where the task stands that had begun
   * @param ignored whether it failed and ignoreErrors lets the host go on
   * @param hidden whether noLog hides its arguments and results
   * @param diff whether differences are to be shown, empty if the playbook does not say
   */
  record CallFinished(
      String host,
      String task,
      Location began,
      boolean handler,
      Invocation invocation,
      Outcome outcome,
      Duration took,
      boolean ignored,
      boolean hidden,
      Optional<Boolean> diff)
      implements Event {}

  /** Check mode cannot know the rest of a task on a host: it depends on what was not run. */
  record TaskUnknown(String host, String task, Location location, String why) implements Event {}

  /**
   * Something will be tried again.
   *
   * @param module the module that is called; empty for a whole task or block
   */
  record Retrying(String host, String task, String module, Location location, int attempt, int of)
      implements Event {}

  /** Text printed by the playbook. */
  record Printed(String host, String text, Location location) implements Event {}

  /**
   * A body itself failed: an undefined variable, a wrong argument, an exception in Groovy code.
   *
   * @param ignored whether an attempt rescues it
   */
  record BodyFailed(
      String host, String task, Location location, String message, String hint, boolean ignored)
      implements Event {}

  /**
   * The connection could not be made or was lost; nothing more is done on the host.
   *
   * @param began where the task stands that had begun
   * @param ignored whether an attempt rescues it, and the host goes on
   */
  record HostUnreachable(
      String host,
      String task,
      Location began,
      Location location,
      String message,
      String hint,
      boolean ignored)
      implements Event {}

  /**
   * The user has stopped the run before the host was done.
   *
   * @param began where the task stands that had begun
   * @param hint what may be the matter with what was running; empty if nothing was
   */
  record HostInterrupted(String host, String task, Location began, Location location, String hint)
      implements Event {}

  /**
   * A confirmWithin came to its end on a host that it changed.
   *
   * @param began where the task stands that had begun
   * @param confirmed whether kit got back in; else the host has put things back, as the message
   *     says
   * @param ignored whether an attempt rescues it
   */
  record Confirmation(
      String host,
      String task,
      Location began,
      boolean handler,
      Location location,
      boolean confirmed,
      String message,
      String hint,
      boolean ignored)
      implements Event {}

  /** Handlers that were notified and have not run; they are kept for the next run. */
  record HandlersKept(String host, List<String> handlers) implements Event {}

  /** Something the user should know that stops nothing. */
  record Warning(String host, String message) implements Event {}

  /** The run is over. */
  record RunFinished(Map<String, HostSummary> hosts, Duration took, boolean check)
      implements Event {}
}
