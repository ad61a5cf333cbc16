package kit.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.UnknownTokenException;
import com.hubspot.jinjava.lib.filter.Filter;
import java.nio.file.Path;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.spi.TemplateStyle;
import kit.vars.Scope;

/** Looks names up in the host's variables when the template asks for them. */
final class JinjaContext extends Context {
  private final Scope scope;
  private final Location start;
  private final TemplateStyle style;
  private KitException problem;

  JinjaContext(Context global, Scope scope, Location start, TemplateStyle style) {
    super(global, Map.of(), null);
    this.scope = scope;
    this.start = start;
    this.style = style;
    setDynamicVariableResolver(this::resolve);
  }

  TemplateStyle style() {
    return style;
  }

  /** Throws the first problem that jinjava would have swallowed. */
  void check() {
    if (problem != null) {
      throw problem;
    }
  }

  /** What an exception of jinjava means to the user. */
  KitException problem(Exception e, String message, int line) {
    if (e instanceof KitException own) {
      return own;
    }
    if (!(e instanceof UnknownTokenException unknown)) {
      return Templates.problem(at(line), message, "");
    }
    ValuePath path = ValuePath.first(unknown.getToken(), at(line));
    // A name that is not the host's may be one of the template: a loop variable.
    if (path != null && (path.steps().isEmpty() || scope.has(path.name()))) {
      try {
        path.in(scope);
      } catch (KitException missing) {
        return missing;
      }
    }
    return Templates.problem(
        at(line), "'" + unknown.getToken() + "' has no value", "define it, or give it a default");
  }

  /** The context of the template that an interpreter renders. */
  static JinjaContext of(JinjavaInterpreter interpreter) {
    Context context = interpreter.getContext();
    while (!(context instanceof JinjaContext)) {
      context = context.getParent();
    }
    return (JinjaContext) context;
  }

  /** A line of the template, counted from 1, in the file that holds it. */
  Location at(int line) {
    return new Location(start.file(), start.line() + Math.max(0, line - 1), 0);
  }

  /** The directory that includes are looked for in. */
  Path folder() {
    Path parent = Path.of(start.file()).getParent();
    return parent == null ? Path.of("") : parent;
  }

  private Object resolve(String name) {
    if (!scope.has(name)) {
      return null;
    }
    try {
      Object value = scope.get(name, start);
      return value == null ? JinjaNone.VALUE : value;
    } catch (KitException e) {
      problem = problem == null ? e : problem;
      throw e;
    }
  }

  @Override
  public Filter getFilter(String name) {
    Filter filter = super.getFilter(name);
    if (filter == null && problem == null) {
      JinjavaInterpreter current = JinjavaInterpreter.getCurrent();
      int line = current == null ? 1 : current.getLineNumber();
      problem =
          Templates.problem(at(line), "there is no filter '" + name + "'", "see docs/variables.md");
    }
    return filter;
  }
}
