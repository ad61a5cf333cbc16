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
    if (simple != null && simple.isSingle()) {
      return simple.value(scope);
    }
    String expression = simple == null ? Expression.single(text) : null;
    return expression == null
        ? text(text, simple, scope, where, TemplateStyle.ANSIBLE)
        : engine().value(expression, scope, where);
  }

  @Override
  public String render(Source template, Scope scope, TemplateStyle style) {
    String text = newlines(DataFile.text(template.bytes(), template.path()));
    Location start = new Location(template.path(), 1, 0);
    String out = text(text, Substitution.parse(text, start), scope, start, style);
    return style.newline().equals("\n") ? out : out.replace("\n", style.newline());
  }

  // As Ansible: the output ends in at least as many line ends as the template.
  private String text(
      String text, Substitution simple, Scope scope, Location start, TemplateStyle style) {
    int ends = lineEnds(text);
    String body = ends == 0 ? text : text.substring(0, text.length() - 1);
    String out;
    if (simple == null) {
      out = engine().text(body, scope, start, style);
    } else {
      out = simple.text(scope);
      out = ends == 0 ? out : out.substring(0, out.length() - 1);
    }
    return out + "\n".repeat(Math.max(0, ends - lineEnds(out)));
  }

  private static int lineEnds(String text) {
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) == '\n') {
      at--;
    }
    return text.length() - at;
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
