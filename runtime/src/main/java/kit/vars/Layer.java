package kit.vars;

/** Where a value comes from, weakest first. */
public enum Layer {
  ROLE_DEFAULTS("role defaults"),
  ALL("group all"),
  GROUPS("groups"),
  HOST("host"),
  PLAY("play"),
  RUNTIME("set in this run"),
  ROLE_VARS("role vars"),
  ROLE_PARAMETERS("role parameters"),
  LEXICAL("block, role or task"),
  EXTRA("extra variables"),
  MAGIC("kit itself");

  private final String title;

  Layer(String title) {
    this.title = title;
  }

  /** Whether it is something that a role brings. */
  public boolean isOfRoles() {
    return this == ROLE_DEFAULTS || this == ROLE_VARS || this == ROLE_PARAMETERS;
  }

  /** How {@code kit why} calls it. */
  public String title() {
    return title;
  }
}
