package kit.model;

/** The code of a task or handler: read once, run for each host. */
@FunctionalInterface
public interface Body {
  void run(HostSession session);
}
