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
    if (secrets.any()) {
      note(result, from, secrets);
      for (Object each : more) {
        note(result, each, secrets);
      }
    }
    return result;
  }

  /** A result that is secret whatever it was made of. */
  static Object always(Object result, Frame frame) {
    add(result, "", frame.render().secrets());
    return result;
  }

  /** Looks at texts and lists of texts; of a bigger structure only a part may be secret. */
  private static void note(Object result, Object from, Secrets secrets) {
    if (from instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof CharSequence) {
          note(result, item, secrets);
        }
      }
    } else if (from instanceof CharSequence text && secrets.in(text.toString()).isPresent()) {
      add(result, text.toString(), secrets);
    }
  }

  /** Unless the result holds all that it was made of: then all that is secret in it is known. */
  private static void add(Object result, String from, Secrets secrets) {
    if (result instanceof List<?> list) {
      for (Object item : list) {
        add(item, from, secrets);
      }
    } else if (result instanceof CharSequence text && text.length() >= SHORTEST) {
      if (from.isEmpty() || !text.toString().contains(from)) {
        secrets.add(text.toString(), Location.NONE);
      }
    }
  }
}
