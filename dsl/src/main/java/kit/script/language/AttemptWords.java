package kit.script.language;

/** The words of {@code attempt { } rescue { e -> } always { }}. */
public final class AttemptWords {

  public static final String ATTEMPT = "attempt";
  public static final String RESCUE = "rescue";
  public static final String ALWAYS = "always";

  /** The variable that tells tasks what went wrong. */
  public static final String FAILURE = "failure";

  private AttemptWords() {}
}
