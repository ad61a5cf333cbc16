package kit.template.python;

/**
 * A length of time, as the difference of two times is.
 *
 * @param microseconds how long it is
 */
public record TimeDelta(long microseconds) implements Attributes {
  private static final long DAY = 86_400_000_000L;

  private long days() {
    return Math.floorDiv(microseconds, DAY);
  }

  private long rest() {
    return Math.floorMod(microseconds, DAY);
  }

  @Override
  public Object attribute(String name) {
    return switch (name) {
      case "days" -> Numbers.integer(days());
      case "seconds" -> Numbers.integer(rest() / 1_000_000);
      case "microseconds" -> Numbers.integer(rest() % 1_000_000);
      case "total_seconds" -> (Callable) (positional, named) -> microseconds / 1e6;
      default -> NONE;
    };
  }

  @Override
  public String type() {
    return "datetime.timedelta";
  }

  String repr() {
    StringBuilder out = new StringBuilder("datetime.timedelta(");
    String gap = "";
    for (String name : new String[] {"days", "seconds", "microseconds"}) {
      Object part = attribute(name);
      if (!part.equals(0)) {
        out.append(gap).append(name).append('=').append(part);
        gap = ", ";
      }
    }
    return out.append(gap.isEmpty() ? "0)" : ")").toString();
  }

  @Override
  public String toString() {
    long seconds = rest() / 1_000_000;
    long days = days();
    StringBuilder out = new StringBuilder();
    if (days != 0) {
      out.append(days).append(Math.abs(days) == 1 ? " day, " : " days, ");
    }
    out.append(seconds / 3600).append(':').append(DateTime.padded(seconds / 60 % 60, 2));
    out.append(':').append(DateTime.padded(seconds % 60, 2));
    if (rest() % 1_000_000 != 0) {
      out.append('.').append(DateTime.padded(rest() % 1_000_000, 6));
    }
    return out.toString();
  }
}
