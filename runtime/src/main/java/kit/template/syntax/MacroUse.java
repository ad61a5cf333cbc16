package kit.template.syntax;

/** Which of the names that macros have without declaring them a macro uses. */
final class MacroUse {
  private boolean rest;
  private boolean named;
  private boolean caller;

  void see(String name) {
    rest |= name.equals("varargs");
    named |= name.equals("kwargs");
    caller |= name.equals("caller");
  }

  boolean rest() {
    return rest;
  }

  boolean named() {
    return named;
  }

  boolean caller() {
    return caller;
  }
}
