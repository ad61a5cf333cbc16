package kit.script.data;

/** Runs files of variables written in Groovy. */
public final class VariableScripts {

  private VariableScripts() {}

  /**
   * Runs a file.
   *
   * @param text the script
   * @param file the file as messages call it
   * @param sink receives the variables in the order in which they are set
   */
  public static void run(String text, String file, VariableScript.Sink sink) {
    DataScripts.run(
        VariableScript.class,
        "write name = value, or vars name: value",
        text,
        file,
        script -> script.start(sink, file));
  }
}
