package kit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a body may steer what happens on its host, and together with the other hosts of the play. */
public interface Flow {

  /**
   * Calls that belong together under a name, with options: when, loop, vars, become, tags, ...
   *
   * @param name what reports call it; empty if it has no name
   */
  void block(String name, Location where, Options options, Runnable body);

  /**
   * Runs a body; if a call or the host fails in it, runs the rescue; runs always in any case.
   *
   * @param rescue what to do after a failure, empty to let the failure pass on
   * @param always what to do in the end
   */
  void attempt(
      Location where, Runnable body, Optional<Consumer<Failure>> rescue, Optional<Runnable> always);

  /**
   * Runs a body whose changes the host undoes by itself, unless kit gets back in on a new
   * connection after the last of them.
   */
  void confirm(Confirm confirm, Location where, Runnable body);

  /** Waits until all hosts of the batch that still run have come here. */
  void barrier(Location where);

  /** Does something on one host for all of the batch; gives all what it gave. */
  Object once(Location where, Supplier<Object> body);

  /** Carries the calls of a body out on another host, with the variables of this one. */
  void on(String host, Location where, Runnable body);

  /** Runs a task of a file that is included here, if its tags are selected. */
  void task(Task task);

  /** Adds a handler of a file that is included here to those of the play, for this host. */
  void handler(Handler handler);

  /**
   * Adds a host to the inventory for later plays, or an existing one to further groups.
   *
   * @param vars variables of the host
   */
  void addHost(String name, List<String> groups, Map<String, Object> vars, Location where);

  /** Puts this host into a group for later plays. */
  void groupBy(String group, Location where);

  /**
   * Reads all inventories again for later plays, once for all hosts of the batch that come here.
   * What was added stays.
   */
  void refreshInventory(Location where);

  /** Asks the user, once for all hosts of the batch that come here. */
  String ask(Question question);

  /** Stops here, if somebody watches, until the user lets the host go on. */
  void breakpoint(Location where);

  /** Runs the handlers notified so far. */
  void flushHandlers();

  /** This host is done with the play; it has not failed. */
  void endHost(String why);

  /** All hosts are done with the play as soon as they finish the task they are in. */
  void endPlay(String why);
}
