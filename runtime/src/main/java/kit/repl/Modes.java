package kit.repl;

import java.util.Optional;
import kit.model.Become;

/** How the calls of a session are done, until the user says otherwise. */
final class Modes {

  private Optional<Become> become = Optional.empty();
  private boolean check;
  private boolean diff = true;
  private boolean auto;

  /** The user that calls are made as; empty for the login user. */
  Optional<Become> become() {
    return become;
  }

  void become(Optional<Become> user) {
    become = user;
  }

  /** Whether nothing is changed. */
  boolean check() {
    return check;
  }

  boolean check(boolean on) {
    check = on;
    return on;
  }

  /** Whether differences are shown line by line. */
  boolean diff() {
    return diff;
  }

  boolean diff(boolean on) {
    diff = on;
    return on;
  }

  /** Whether changes are made without asking. */
  boolean auto() {
    return auto;
  }

  boolean auto(boolean on) {
    auto = on;
    return on;
  }
}
