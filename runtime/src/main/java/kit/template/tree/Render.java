package kit.template.tree;

import kit.model.Secrets;
import kit.template.python.PythonError;

/** One run of a template: what it can reach, and where it is, for messages. */
public final class Render {
  private static final int DEPTH = 250;
  private static final int STEPS = 50_000_000;
  private final Variables globals;
  private final Loader loader;
  private final Secrets secrets;
  private Template template;
  private int line = 1;
  private int depth;
  private int steps;

  /**
   * Prepares a run.
   *
   * @param globals the functions that every template has
   * @param secrets what must be shown nowhere, nor anything that is made of it
   */
  public Render(Variables globals, Loader loader, Secrets secrets) {
    this.secrets = secrets;
    this.globals = globals;
    this.loader = loader;
  }

  /** The text of a template. */
  public String text(Template main, Variables variables) {
    Output out = new Output();
    new Context(this, variables, null).run(main, out);
    return out.toString();
  }

  /** The value of an expression. */
  public Object value(Template main, Expr expression, Variables variables) {
    template = main;
    return expression.value(new Context(this, variables, null).root());
  }

  /** The template that is worked on. */
  public Template template() {
    return template;
  }

  /** The line that is worked on. */
  public int line() {
    return line;
  }

  void at(int where) {
    line = where;
  }

  void enter(Template other) {
    template = other;
  }

  Secrets secrets() {
    return secrets;
  }

  Variables globals() {
    return globals;
  }

  Template load(String name) {
    return loader.load(name, template);
  }

  /** Counts a macro or template inside another; {@link #up} counts back. */
  void deeper() {
    if (++depth > DEPTH) {
      throw new PythonError("macros, includes and loops call one another without end");
    }
  }

  void up() {
    depth--;
  }

  /** Counts a turn of a loop. */
  void step() {
    if (++steps > STEPS) {
      throw new PythonError("the loops have taken more than " + STEPS + " turns");
    }
  }
}
