package kit.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.template.python.Undefined;
import kit.template.tree.Render;
import kit.template.tree.Template;
import kit.template.tree.Variables;
import kit.vars.Scope;

/** The variables of one run of a template: each is read once, when the template asks for it. */
final class Run implements Variables, Undefined.Teller {
  private final Scope scope;
  private final Location where;
  private final Render render;
  private final Globals globals;
  private final Map<String, Object> read = new HashMap<>();
  private boolean changes;

  Run(Templates templates, Scope scope, Location where, Path project) {
    this.scope = scope;
    this.where = where;
    this.globals = new Globals(new Surroundings(templates, scope, project, this));
    this.render =
        new Render(
            globals, new TemplateFiles(templates, project, this), templates.vault().hidden());
  }

  Render render() {
    return render;
  }

  /** Notes that a template takes part. */
  void watch(Template template) {
    changes |= template.changes();
  }

  /** The place in a file that is worked on. */
  Location location() {
    Template template = render.template();
    if (template == null || template.file().isEmpty()) {
      return new Location(where.file(), where.line() + Math.max(0, render.line() - 1), 0);
    }
    return new Location(template.file(), template.line() + Math.max(0, render.line() - 1), 0);
  }

  @Override
  public Object get(String name) {
    Object known = read.get(name);
    if (known == null && !read.containsKey(name)) {
      known = find(name);
      read.put(name, known);
    }
    return known;
  }

  private Object find(String name) {
    if (!scope.has(name)) {
      Object global = globals.get(name);
      return global instanceof Undefined ? Undefined.variable(name, this) : global;
    }
    try {
      Object value = scope.get(name, location());
      return changes ? copy(value) : value;
    } catch (UndefinedProblem e) {
      return Undefined.variable(name, new Known(e));
    }
  }

  /** What went wrong when a variable was read. */
  private static final class Known implements Undefined.Teller {
    private final KitException problem;

    Known(KitException problem) {
      this.problem = problem;
    }

    @Override
    public KitException of(String name) {
      return problem;
    }
  }

  @Override
  public KitException of(String name) {
    try {
      scope.get(name, location());
      return null;
    } catch (KitException e) {
      return e;
    }
  }

  /** A copy that the template may change; what is made when it is read stays as it is. */
  private static Object copy(Object value) {
    if (value == null || !value.getClass().getName().startsWith("java.util.")) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, copy(item)));
      return out;
    }
    if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>(list.size());
      list.forEach(item -> out.add(copy(item)));
      return out;
    }
    return value;
  }
}
