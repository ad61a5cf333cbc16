package kit.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The handlers that were notified on a host and have not run yet. What may be notified is written
 * down before the change is sent, so that a handler runs at least once even if kit is killed in
 * between.
 */
final class Notified {

  private final String host;
  private final Intents intents;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final Set<String> suspects = new LinkedHashSet<>();

  Notified(String host, Intents intents) {
    this.host = host;
    this.intents = intents;
    names.addAll(intents.of(host));
    written.addAll(names);
  }

  /** A change that may notify these is about to be sent. */
  void intend(List<String> handlers) {
    if (written.addAll(handlers)) {
      intents.write(host, written);
    }
  }

  /** A change has notified these. */
  void add(List<String> handlers) {
    names.addAll(handlers);
  }

  /** What check mode cannot know may notify these. */
  void suspect(List<String> handlers) {
    suspects.addAll(handlers);
  }

  /** Nothing is on its way any more: what was only intended is taken back. */
  void settle() {
    if (written.retainAll(names)) {
      intents.write(host, written);
    }
  }

  boolean has(String handler) {
    return names.contains(handler);
  }

  boolean suspects(String handler) {
    return suspects.contains(handler);
  }

  /** The handler ran well. */
  void done(String handler) {
    suspects.remove(handler);
    names.remove(handler);
    settle();
  }

  List<String> names() {
    return new ArrayList<>(names);
  }
}
