package kit.script.language;

import groovy.lang.MetaProperty;
import groovy.lang.Script;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.value.Strict;
import kit.script.value.Text;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * The class that compiled playbooks extend; not for use by hand. The compiler turns every word of
 * the language into a call of one of its {@code kit$} methods. An instance serves one reading or
 * one run of a body, so nothing is shared between hosts.
 */
public abstract class PlaybookScript extends Script {

  private Scope scope;
  private String file = "";

  public final void attach(Scope behind, String name) {
    scope = behind;
    file = name;
  }

  public final Scope scope() {
    return scope;
  }

  /** A verb or module. */
  public final Object kit$call(
      Object name, int line, int column, Map<?, ?> named, List<?> positional) {
    Location where = new Location(file, line, column);
    return scope.call(Call.of(Text.of(name), where, named, positional));
  }

  /** The same, where somebody wants to see the script's own variables. */
  public final Object kit$watched(
      Object name, int line, int column, Map<?, ?> named, List<?> positional, Map<?, ?> seen) {
    Map<String, Object> locals = new LinkedHashMap<>();
    seen.forEach((key, value) -> locals.put((String) key, value));
    scope.locals(new Location(file, line, column), locals);
    return kit$call(name, line, column, named, positional);
  }

  /** A name that is not the script's own. */
  public final Object kit$variable(String name, int line, int column) {
    return scope.variable(name, new Location(file, line, column));
  }

  /** {@code target?.name}. */
  public final Object kit$optional(Object target, String name) {
    if (target instanceof Strict strict) {
      return strict.optional(name);
    }
    return target == null ? null : InvokerHelper.getProperty(target, name);
  }

  /** {@code target.name} in a query. */
  public final Object kit$field(Object target, String name, int line, int column) {
    return scope.field(target, name, new Location(file, line, column));
  }

  /** {@code left < right} in a query: what is not there is neither less nor more. */
  public final boolean kit$ordered(
      String operator, Object left, Object right, int line, int column) {
    return QueryOrder.holds(operator, left, right, new Location(file, line, column));
  }

  /** A text with values in it: a String, never a GString. */
  public final String kit$text(List<?> parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      Text.write(part, text);
    }
    return text.toString();
  }

  /** {@code 60.s}. */
  public final Duration kit$duration(long milliseconds) {
    return Duration.ofMillis(milliseconds);
  }

  /** Reached from closures with a delegate, whose names only the run can resolve. */
  @Override
  public Object getProperty(String name) {
    MetaProperty own = getMetaClass().hasProperty(this, name);
    return own == null
        ? scope.variable(name, new Location(file, 0, 0))
        : getMetaClass().getProperty(this, name);
  }

  /** Unlike Groovy's, it looks for no variable when there is no such method. */
  @Override
  public Object invokeMethod(String name, Object arguments) {
    return getMetaClass().invokeMethod(this, name, arguments);
  }

  @Override
  public void setProperty(String name, Object value) {
    throw new KitException(
        new Problem(
            Location.NONE, "'" + name + "' is not declared", "say def " + name + " or setFact"));
  }
}
