package kit.engine;

/** Hears what happens in a run. Called by many threads, one at a time. */
@FunctionalInterface
public interface Listener {
  void on(Event event);
}
