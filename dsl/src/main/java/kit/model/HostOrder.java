package kit.model;

/** The order in which the hosts of a play are taken up. */
public enum HostOrder {
  /** As the pattern and the inventory name them. */
  INVENTORY,
  /** The other way round. */
  REVERSE_INVENTORY,
  /** By name. */
  SORTED,
  /** By name, the other way round. */
  REVERSE_SORTED,
  /** By chance. */
  SHUFFLE
}
