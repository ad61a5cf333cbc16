package kit.vars;

import kit.model.Location;
import kit.spi.Source;
import kit.spi.TemplateStyle;

/** Renders templates; kit.template is the one that does. Safe for use by many threads. */
public interface Renderer {

  /**
   * The value of a text with {@code {{ }}}: of any type if it is one expression, else text.
   *
   * @param where where the text was written
   */
  Object value(String text, Scope scope, Location where);

  /** The text of a template file; includes are looked for beside it. */
  String render(Source template, Scope scope, TemplateStyle style);
}
