package kit.model;

/** The value that means: as if the argument had not been written. */
public final class Omit {

  /** A text, as in Ansible, so that it survives templates. */
  public static final String VALUE = "__omit_place_holder__kit";

  private Omit() {}
}
