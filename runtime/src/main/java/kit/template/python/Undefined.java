package kit.template.python;

import kit.model.KitException;

/**
 * What is not there. A strict one may only be asked whether it is there; a lenient one, which an
 * inline if without else gives, prints as nothing and counts as false.
 */
public final class Undefined {
  /** Says what is wrong with a variable. */
  public interface Teller {
    KitException of(String name);
  }

  private final String name;
  private final String message;
  private final String hint;
  private final boolean lenient;
  private final Teller told;

  private Undefined(String name, String message, String hint, boolean lenient, Teller told) {
    this.name = name;
    this.message = message;
    this.hint = hint;
    this.lenient = lenient;
    this.told = told;
  }

  public static Undefined of(String message) {
    return new Undefined("", message, "", false, null);
  }

  public static Undefined of(String message, String hint) {
    return new Undefined("", message, hint, false, null);
  }

  /** A variable that is missing; what to say of it is found out when somebody uses it. */
  public static Undefined variable(String name, Teller told) {
    return new Undefined(name, "'" + name + "' is undefined", "", false, told);
  }

  public static Undefined lenient(String message) {
    return new Undefined("", message, "", true, null);
  }

  /** The same, told by the way that the template took to it. */
  public Undefined at(String path, String step) {
    return of("'" + path + "' has no " + step, hint);
  }

  public boolean isLenient() {
    return lenient;
  }

  public UndefinedError error() {
    return new UndefinedError(message, hint, told == null ? null : told.of(name));
  }

  /** Throws unless this one may be used. */
  void check() {
    if (!lenient) {
      throw error();
    }
  }

  @Override
  public String toString() {
    check();
    return "";
  }
}
