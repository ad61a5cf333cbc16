package kit.spi.inventory;

import java.util.List;

/**
 * What a source knows.
 *
 * @param hosts all hosts, in an order that is the same as long as they are
 * @param warnings what the user should know, for example which containers were left out and why
 */
public record Found(List<FoundHost> hosts, List<String> warnings) {
  public Found {
    hosts = List.copyOf(hosts);
    warnings = List.copyOf(warnings);
  }
}
