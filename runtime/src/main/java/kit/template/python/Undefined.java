package kit.template.python;

import java.util.function.Supplier;
import kit.model.KitException;

/**
 * What is not there. A strict one may only be asked whether it is there; a lenient one, which an
 * inline if without else gives, prints as nothing and counts as false.
 */
public final class Undefined {
  private final String message;
  private final String hint;
  private final boolean lenient;
  private final Supplier<KitException> told;

  private Undefined(String message, String hint, boolean lenient, Supplier<KitException> told) {
    this.message = message;
    this.hint = hint;
    this.lenient = lenient;
    this.told = told;
  }

  public static Undefined of(String message) {
    return new Undefined(message, "", false, null);
  }

  public static Undefined of(String message, String hint) {
    return new Undefined(message, hint, false, null);
  }

  /** A variable that is missing; what to say of it is found out when somebody uses it. */
  public static Undefined variable(String name, Supplier<KitException> told) {
    return new Undefined("'" + name + "' is undefined", "", false, told);
  }

  public static Undefined lenient(String message) {
    return new Undefined(message, "", true, null);
  }

  public boolean isLenient() {
    return lenient;
  }

  public UndefinedError error() {
    return new UndefinedError(message, hint, told == null ? null : told.get());
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
