package kit.model;

import java.util.List;

/** Carries the problems that stop a run; only the command line turns them into text. */
public class KitException extends RuntimeException {

  private final transient List<Problem> problems;

  public KitException(List<Problem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  public KitException(Problem problem) {
    this(List.of(problem));
  }

  /** A problem without a place in a file. */
  public KitException(String message, String hint) {
    this(new Problem(Location.NONE, message, hint));
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(text.isEmpty() ? "" : "\n").append(problem);
    }
    return text.toString();
  }
}
