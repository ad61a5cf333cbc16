package kit.modules.services;

/**
 * What a manager says of a service.
 *
 * @param manager which manager
 * @param id the unit's own name, where it was asked for by an alias
 * @param load {@code loaded}, {@code not-found}, {@code masked}, {@code error}, ...
 * @param active {@code active}, {@code inactive}, {@code failed}, ...
 * @param sub finer than that: {@code running}, {@code dead}, {@code auto-restart}, ...
 * @param file {@code enabled}, {@code disabled}, {@code static}, {@code masked}, ...
 * @param error why it could not be loaded
 * @param canReload whether it knows how to read its configuration again
 * @param needsReload whether its file is newer than what the manager knows
 * @param sysvLinks whether it is an init script with links to start it
 */
record UnitState(
    Manager manager,
    String id,
    String load,
    String active,
    String sub,
    String file,
    String error,
    boolean canReload,
    boolean needsReload,
    boolean sysvLinks) {

  boolean found() {
    return !load.equals("not-found") && !load.isEmpty();
  }

  boolean masked() {
    return load.equals("masked");
  }

  /** A service that its manager starts over and over is not running. */
  boolean running() {
    return active.equals("active")
        || active.equals("reloading")
        || active.equals("activating") && !sub.equals("auto-restart");
  }

  /** Whether it starts at boot. */
  boolean enabled() {
    return file.equals("enabled") || file.equals("generated") && sysvLinks;
  }

  /** Whether there is nothing to enable: only other units start it. */
  boolean fixed() {
    return file.equals("static") || file.equals("indirect") || file.equals("transient");
  }

  UnitState with(String nowActive, String nowFile, String nowLoad) {
    String nowSub =
        nowActive.equals(active) ? sub : nowActive.equals("active") ? "running" : "dead";
    return new UnitState(
        manager, id, nowLoad, nowActive, nowSub, nowFile, "", canReload, false, sysvLinks);
  }
}
