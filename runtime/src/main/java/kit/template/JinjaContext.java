package kit.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.vars.Scope;

/** Looks names up in the host's variables when the template asks for them. */
final class JinjaContext extends Context {
  private final Scope scope;
  private final Location start;
  private KitException problem;

  JinjaContext(Context global, Scope scope, Location start) {
    super(global, Map.of(), null);
    this.scope = scope;
    this.start = start;
    setDynamicVariableResolver(this::resolve);
  }

  /** The first problem that jinjava would have swallowed. */
  Optional<KitException> problem() {
    return Optional.ofNullable(problem);
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
      problem = Templates.problem(at(line), "there is no filter '" + name + "'", "see docs/variables.md");
    }
    return filter;
  }
}
