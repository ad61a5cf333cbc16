package kit.inventory;

import kit.model.KitException;
import kit.model.Problem;

/** Who asks dynamic sources; kit.discovery does. */
@FunctionalInterface
public interface Sources {

  /** Refuses every one. */
  Sources NONE =
      (config, into) -> {
        throw new KitException(
            new Problem(config.location(), "no inventory sources can be asked here", ""));
      };

  /**
   * Asks a source and adds the hosts that it knows.
   *
   * @throws KitException if its configuration is wrong, and a {@link SourceException} if it does
   *     not answer
   */
  void ask(SourceConfig config, InventoryBuilder into);

  /** What programs said the last time. */
  default Memory memory() {
    return Memory.NONE;
  }
}
