package kit.model;

/**
 * Ends the rest of a task in check mode: it reads a field of a result that only carrying out would
 * give. An Error, so that no playbook catches it.
 */
public final class Unknowable extends Error {

  /**
   * @param field the field that was read, for example {@code rc}
   * @param call what it was read of, for example {@code command}
   */
  public Unknowable(String field, String call) {
    super("it reads '" + field + "' of " + call + ", which check mode does not run");
  }
}
