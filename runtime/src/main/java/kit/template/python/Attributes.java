package kit.template.python;

/** An object with attributes of its own: a loop, a namespace, a date. */
public interface Attributes {
  /** Says that there is no such attribute. */
  Object NONE = new Object();

  /** The value of an attribute, or {@link #NONE}. */
  Object attribute(String name);

  /** The name of its type in messages. */
  String type();
}
