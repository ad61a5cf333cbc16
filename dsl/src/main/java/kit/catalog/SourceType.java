package kit.catalog;

import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.spi.inventory.InventorySource;

/** An inventory source as a configuration sees it: a name, settings, and how they become one. */
public final class SourceType {

  /** Settings that every source takes beside its own. */
  public static final List<String> COMMON =
      List.of(
          "plugin",
          "strict",
          "compose",
          "groups",
          "keyedGroups",
          "leadingSeparator",
          "useExtraVars",
          "useVarsPlugins",
          "cache",
          "cacheTimeout");

  private final Signature<InventorySource> signature;

  SourceType(Class<? extends InventorySource> record) {
    this.signature = Signature.of(record, COMMON);
  }

  public String name() {
    return signature.name();
  }

  /** The source's own settings, in the order of the record's components. */
  public List<Argument> settings() {
    return signature.arguments();
  }

  /** What the source says about itself. */
  public ModuleDoc doc() {
    return new ModuleDoc(
        signature, "Every source also takes " + String.join(", ", COMMON) + ": docs/inventory.md.");
  }

  /**
   * The source that a configuration means.
   *
   * @param given its own settings, each with its place; the common ones have been taken out
   * @throws KitException with everything that is wrong with them
   */
  public InventorySource bind(List<Given> given, Location location) {
    return signature.bind(given, location);
  }
}
