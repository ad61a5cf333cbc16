package kit.script.data;

/** Runs inventories written in Groovy. */
public final class InventoryScripts {

  private InventoryScripts() {}

  /**
   * Runs an inventory.
   *
   * @param text the script
   * @param file the file as messages call it
   * @param sink receives hosts, groups and variables
   */
  public static void run(String text, String file, InventoryScript.Sink sink) {
    DataScripts.run(
        InventoryScript.class,
        "group, host, vars and children are",
        text,
        file,
        script -> script.start(sink, file));
  }
}
