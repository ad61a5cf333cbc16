package kit.model;

/** A variable's value that a playbook computes for each host when it is read. */
@FunctionalInterface
public interface PerHost {
  Object of(HostSession session);
}
