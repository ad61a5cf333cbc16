package kit.script;

/** The words of {@code attempt { } rescue { e -> } always { }}. */
final class AttemptWords {

  static final String ATTEMPT = "attempt";
  static final String RESCUE = "rescue";
  static final String ALWAYS = "always";

  /** The variable that tells tasks what went wrong. */
  static final String FAILURE = "failure";

  private AttemptWords() {}
}
