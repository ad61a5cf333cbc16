package kit.report;

import kit.spi.Result.Status;

/** The first word of a line of the report; the gravest first. */
enum Mark {
  UNREACHABLE("unreachable"),
  INTERRUPTED("interrupted"),
  FAILED("failed"),
  IGNORED("ignored"),
  CHANGED("changed"),
  MAYBE("maybe"),
  SAYS("says"),
  OK("ok"),
  SKIPPED("skipped");

  private final String word;

  Mark(String word) {
    this.word = word;
  }

  static Mark of(Status status, boolean ignored) {
    return switch (status) {
      case OK -> OK;
      case CHANGED -> CHANGED;
      case FAILED -> ignored ? IGNORED : FAILED;
      case SKIPPED -> SKIPPED;
      case MAYBE -> MAYBE;
      case UNREACHABLE -> UNREACHABLE;
    };
  }

  /** Whether it is told with its reason whatever the verbosity. */
  boolean trouble() {
    return this == UNREACHABLE || this == INTERRUPTED || this == FAILED || this == IGNORED;
  }

  /** Whether nothing more is done on the host. */
  boolean last() {
    return this == UNREACHABLE || this == INTERRUPTED || this == FAILED;
  }

  String word() {
    return word;
  }

  String paint(Style style, String text) {
    return switch (this) {
      case UNREACHABLE, INTERRUPTED, FAILED -> style.red(text);
      case CHANGED -> style.yellow(text);
      case IGNORED, MAYBE -> style.magenta(text);
      case OK -> style.green(text);
      case SAYS -> style.bold(text);
      case SKIPPED -> style.dim(text);
    };
  }
}
