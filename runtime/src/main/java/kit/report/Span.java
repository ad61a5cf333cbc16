package kit.report;

import java.time.Duration;

/** A stretch of time as people say it: {@code 40 ms}, {@code 1.4 s}, {@code 3 min 20 s}. */
final class Span {

  private Span() {}

  static String of(Duration took) {
    long millis = took.toMillis();
    if (millis < 100) {
      return millis + " ms";
    }
    if (millis < 99_950) {
      long tenths = (millis + 50) / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = took.toSeconds();
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
