package kit.model;

import java.util.List;

/**
 * A task that runs once at the end of the play on the hosts where something notified it.
 *
 * @param name the name that {@code notify} uses
 * @param location where it stands
 * @param listen topics that also trigger it
 * @param options what was said on the handler
 * @param body its code
 */
public record Handler(
    String name, Location location, List<String> listen, Options options, Body body) {

  /** What tells it from the handlers of other roles in the play: {@code nginx : reload}. */
  public String id() {
    return options.role().map(role -> role.title() + " : " + name).orElse(name);
  }
}
