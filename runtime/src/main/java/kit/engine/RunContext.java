package kit.engine;

import java.util.Map;
import java.util.Optional;

/** What the hosts of a run share. */
interface RunContext {

  Settings settings();

  Surroundings surroundings();

  /** Whether the run was told to stop. */
  boolean interrupted();

  /** Who is asked at failures and breakpoints; empty if nobody can be. */
  Optional<Debugger> debugger();

  /** Whether every call is settled as it is made. */
  boolean oneByOne();

  /** Tells the listener; one thread at a time. */
  void tell(Event event);

  /** The shells of any host, for calls that are delegated to it. */
  Shells shells(String host);

  /** The facts of a host if they were gathered in this run, else null. */
  Map<String, Object> facts(String host);
}
