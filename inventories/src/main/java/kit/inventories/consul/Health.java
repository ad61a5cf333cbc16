package kit.inventories.consul;

import java.util.Locale;

/** How a node or a service is, from the best to the worst. */
public enum Health {
  PASSING,
  WARNING,
  /** As a setting: whatever it is. As a state: critical. */
  ANY;

  /** The state of a check; what is unknown counts as critical. */
  static Health of(String status) {
    return switch (status) {
      case "passing" -> PASSING;
      case "warning" -> WARNING;
      default -> ANY;
    };
  }

  Health worse(Health other) {
    return ordinal() >= other.ordinal() ? this : other;
  }

  /** Whether something in this state is wanted. */
  boolean wanted(Health least) {
    return ordinal() <= least.ordinal();
  }

  /** The word that Consul has for the state. */
  String word() {
    return this == ANY ? "critical" : name().toLowerCase(Locale.ROOT);
  }
}
