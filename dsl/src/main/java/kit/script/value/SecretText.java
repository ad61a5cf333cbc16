package kit.script.value;

import groovy.lang.GString;
import groovy.lang.GroovyInterceptable;
import java.util.ArrayList;
import java.util.List;
import kit.model.Location;
import kit.model.Secrets;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * A secret as bodies see it: a text like any other, but what its methods make of it is secret too.
 * As a GString, it is a String wherever one is wanted.
 */
final class SecretText extends GString implements GroovyInterceptable {
  private static final long serialVersionUID = 1;

  /** Shorter pieces are no secret any more, and cannot be masked. */
  private static final int PIECE = 4;

  private final String text;
  private final transient Secrets secrets;

  private SecretText(String text, Secrets secrets) {
    super(new Object[0]);
    this.text = text;
    this.secrets = secrets;
  }

  /** A value as bodies see it: guarded if it is a text that holds a secret. */
  static Object of(Object value, Secrets secrets) {
    return secrets.any() && value instanceof String text && secrets.in(text).isPresent()
        ? new SecretText(text, secrets)
        : value;
  }

  @Override
  public String[] getStrings() {
    return new String[] {text};
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object result = InvokerHelper.invokeMethod(text, name, arguments);
    return name.equals("asType") ? result : made(result);
  }

  /** Found in lists and maps where the String would be. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CharSequence && text.contentEquals((CharSequence) other);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private Object made(Object result) {
    if (result instanceof String piece) {
      if (piece.length() < PIECE) {
        return piece;
      }
      if (!piece.contains(text)) {
        secrets.add(piece, Location.NONE); // else all of it that is secret is known already
      }
      return new SecretText(piece, secrets);
    }
    if (result instanceof String[] pieces) {
      for (String piece : pieces) {
        made(piece);
      }
      return pieces;
    }
    if (result instanceof List<?> items) {
      List<Object> all = new ArrayList<>(items.size());
      for (Object item : items) {
        all.add(made(item));
      }
      return all;
    }
    return result;
  }
}
