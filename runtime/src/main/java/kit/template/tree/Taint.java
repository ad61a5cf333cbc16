package kit.template.tree;

import java.util.List;
import kit.model.Location;
import kit.model.Secrets;

/** What is made of a secret is secret, also where nothing of the secret can be read in it. */
final class Taint {

  /** Shorter texts cannot be masked. */
  private static final int SHORTEST = 4;

  private Taint() {}

  /** A result, which is secret from now on if what it was made of is. */
  static Object of(Object result, Frame frame, Object from, Object... more) {
    Secrets secrets = frame.render().secrets();
    if (secrets.any() && (holds(from, secrets) || holds(more, secrets))) {
      note(result, secrets);
    }
    return result;
  }

  /** A result that is secret whatever it was made of. */
  static Object always(Object result, Frame frame) {
    note(result, frame.render().secrets());
    return result;
  }

  private static boolean holds(Object[] values, Secrets secrets) {
    for (Object value : values) {
      if (holds(value, secrets)) {
        return true;
      }
    }
    return false;
  }

  /** Texts and lists of texts; of a bigger structure only a part may be secret. */
  private static boolean holds(Object value, Secrets secrets) {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof CharSequence text && secrets.in(text.toString()).isPresent()) {
          return true;
        }
      }
    }
    return value instanceof CharSequence text && secrets.in(text.toString()).isPresent();
  }

  private static void note(Object result, Secrets secrets) {
    if (result instanceof List<?> list) {
      for (Object item : list) {
        note(item, secrets);
      }
    } else if (result instanceof CharSequence text && text.length() >= SHORTEST) {
      if (secrets.in(text.toString()).isEmpty()) {
        secrets.add(text.toString(), Location.NONE);
      }
    }
  }
}
