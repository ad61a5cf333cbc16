package kit.catalog;

/** What kind of value an argument wants, for those who have only text to give. */
public enum Shape {
  /** One value: text, a number, a choice. */
  SINGLE,
  /** Several, each of them single. */
  LIST,
  /** Values that have names, or several values that are not single. */
  STRUCTURE,
  /** Any of these. */
  ANYTHING;

  static Shape of(Conversion conversion) {
    if (conversion instanceof OptionalOf some) {
      return of(some.present());
    }
    if (conversion instanceof ListOf list) {
      Shape item = of(list.item());
      return item == SINGLE || item == ANYTHING ? LIST : STRUCTURE;
    }
    if (conversion instanceof MapOf) {
      return STRUCTURE;
    }
    return conversion == Scalar.ANYTHING ? ANYTHING : SINGLE;
  }
}
