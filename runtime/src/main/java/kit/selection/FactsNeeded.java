package kit.selection;

/** An expression reads facts of a host that was not asked yet; it ends there and is tried again. */
final class FactsNeeded extends RuntimeException {
  private static final long serialVersionUID = 1;

  FactsNeeded() {
    super("facts", null, false, false);
  }
}
