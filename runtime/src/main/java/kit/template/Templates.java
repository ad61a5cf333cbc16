package kit.template;

import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.Source;
import kit.spi.TemplateStyle;
import kit.vars.Renderer;
import kit.vars.Scope;

/** Renders text. The engine is loaded only when a template needs more than values put into text. */
public final class Templates implements Renderer {
  private volatile Jinja engine;

  @Override
  public Object value(String text, Scope scope, Location where) {
    Substitution simple = Substitution.parse(text, where);
    return simple != null ? simple.value(scope) : engine().value(text, scope, where);
  }

  @Override
  public String render(Source template, Scope scope, TemplateStyle style) {
    String text = newlines(DataFile.text(template.bytes(), template.path()));
    Location start = new Location(template.path(), 1, 0);
    Substitution simple = Substitution.parse(text, start);
    String out = simple != null ? simple.text(scope) : engine().text(text, scope, start, style);
    return style.newline().equals("\n") ? out : out.replace("\n", style.newline());
  }

  private Jinja engine() {
    Jinja known = engine;
    if (known == null) {
      synchronized (this) {
        known = engine == null ? new Jinja() : engine;
        engine = known;
      }
    }
    return known;
  }

  static String newlines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  static KitException problem(Location where, String message, String hint) {
    return new KitException(new Problem(where, message, hint));
  }
}
