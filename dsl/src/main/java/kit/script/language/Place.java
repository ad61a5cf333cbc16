package kit.script.language;

/** Where in a playbook a word may stand. */
public enum Place {
  /** At the top of the file. */
  PLAYBOOK("outside of a play"),
  /** In the block of a play: read once. */
  PLAY("in a play"),
  /** In a file of tasks or a block of them: read once. */
  TASKS("among tasks"),
  /** In the block of a task or handler: run for each host. */
  BODY("in a task"),
  /** In a closure that gives a value for each host: a condition, items of a loop, a variable. */
  VALUE("in a closure that only gives a value"),
  /** In an expression over one host that stands in no playbook: {@code --limit}. */
  QUERY("in a query"),
  /** In a function or a stored closure: only the run shows where it is called. */
  ANYWHERE("here");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  /** Whether code here is run for a host, and so may read its variables. */
  public boolean perHost() {
    return this == BODY || this == VALUE || this == QUERY || this == ANYWHERE;
  }

  @Override
  public String toString() {
    return words;
  }
}
