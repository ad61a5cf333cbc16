package kit.vars;

import java.util.List;
import java.util.Map;
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

  /**
   * What a filter gives.
   *
   * @param name as templates write it, or in camelCase
   * @param arguments the value first
   * @param where for messages; a role's filters are known in its files
   */
  default Object filter(String name, List<?> arguments, Map<String, Object> named, Location where) {
    throw new UnsupportedOperationException("filters");
  }

  /** The text of a template file; includes are looked for beside it. */
  String render(Source template, Scope scope, TemplateStyle style);
}
