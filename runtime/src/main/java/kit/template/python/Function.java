package kit.template.python;

import java.util.Map;

/** A function by name, with its parameters: a filter, a test, a method of a type. */
public final class Function implements Callable {
  /** What a parameter is that has no default and was not given. */
  public static final Object UNSET = Signature.UNSET;

  private final String name;
  private final String parameters;
  private final Group group;
  private Signature signature;

  /** Makes a function whose parameters are written as {@link Signature} reads them. */
  public Function(String name, String parameters, Group group) {
    this.name = name;
    this.parameters = parameters;
    this.group = group;
  }

  public String name() {
    return name;
  }

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    // Threads may read it twice; they read the same.
    Signature known = signature;
    if (known == null) {
      known = new Signature(name, parameters);
      signature = known;
    }
    return group.call(name, known.bind(positional, named));
  }

  /** Calls it with a value in front of the arguments. */
  public Object on(Object value, Object[] positional, Map<String, Object> named) {
    Object[] all = new Object[positional.length + 1];
    all[0] = value;
    System.arraycopy(positional, 0, all, 1, positional.length);
    return call(all, named);
  }
}
