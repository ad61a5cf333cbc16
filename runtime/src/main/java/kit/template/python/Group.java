package kit.template.python;

/** Functions that belong together. */
public interface Group {

  /** Runs a function of the group with one argument for each of its parameters. */
  Object call(String name, Object[] arguments);
}
