package kit.template.python;

/** The methods of numbers. */
final class NumberMethods implements Group {
  static final String ALL =
      """
      bit_length self
      is_integer self
      conjugate self
      """;

  @Override
  public Object call(String name, Object[] a) {
    boolean whole = Numbers.isInteger(a[0]);
    return switch (name) {
      case "bit_length" -> whole ? Numbers.big(a[0]).abs().bitLength() : 0;
      case "is_integer" -> whole || Numbers.toDouble(a[0]) == Math.rint(Numbers.toDouble(a[0]));
      default -> a[0];
    };
  }
}
