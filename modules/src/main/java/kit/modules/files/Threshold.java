package kit.modules.files;

import kit.spi.PlanException;

/**
 * A number with a unit, meaning so much or more; with a minus, so much or less.
 *
 * @param amount in the smallest unit
 * @param most whether it is an upper bound
 */
record Threshold(long amount, boolean most) {

  /**
   * Reads one.
   *
   * @param units letters of the units: {@code smhdw} for times, {@code bkmgt} for sizes
   */
  static Threshold of(String text, String argument, String units) {
    String number = text.strip();
    boolean most = number.startsWith("-");
    number = most ? number.substring(1) : number;
    long factor = 1;
    int last = number.length() - 1;
    int unit = last < 0 ? -1 : units.indexOf(Character.toLowerCase(number.charAt(last)));
    if (unit >= 0) {
      number = number.substring(0, last);
      factor = factor(units, unit);
    }
    try {
      return new Threshold(Math.multiplyExact(Long.parseUnsignedLong(number), factor), most);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new PlanException(
          argument + " '" + text + "' is none",
          "write a whole number and one of the units "
              + String.join(" ", units.split(""))
              + ", with a minus in front for at most");
    }
  }

  private static long factor(String units, int unit) {
    return units.startsWith("b")
        ? 1L << 10 * unit
        : switch (units.charAt(unit)) {
          case 'm' -> 60;
          case 'h' -> 3_600;
          case 'd' -> 86_400;
          case 'w' -> 604_800;
          default -> 1;
        };
  }

  boolean holds(long value) {
    return most ? value <= amount : value >= amount;
  }
}
