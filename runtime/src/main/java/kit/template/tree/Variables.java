package kit.template.tree;

/** What a template sees from outside: variables and functions. */
public interface Variables {

  /** The value; an {@link kit.template.python.Undefined} if there is none. */
  Object get(String name);
}
