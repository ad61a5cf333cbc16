package kit.script.query;

import groovy.lang.MissingPropertyException;
import java.util.List;
import java.util.Set;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.language.Call;
import kit.script.language.Hints;
import kit.script.language.Place;
import kit.script.language.Scope;
import kit.script.language.Shown;
import kit.script.scope.CompiledScript;
import kit.script.value.Live;
import kit.script.value.Strict;
import kit.script.value.StrictMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The names of an expression for one host: what the host does not have is null. */
final class QueryScope implements Scope {

  /** What a name means before variables are looked at. */
  static final Set<String> WORDS = Set.of("facts", "groups", "vars", "host", "name");

  private final CompiledScript script;
  private final QueryHost host;
  private final Fields fields;

  QueryScope(CompiledScript script, QueryHost host, Fields fields) {
    this.script = script;
    this.host = host;
    this.fields = fields;
  }

  @Override
  public Object call(Call call) {
    if (script.verbs().find(call.name()) instanceof QueryWord word) {
      return word.holds(call, host);
    }
    throw call.problem(
        "unknown word '" + call.name() + "'",
        Hints.word(call.name(), Place.QUERY, script.verbs(), script.catalog(), List.of()));
  }

  @Override
  public Object variable(String name, Location where) {
    return switch (name) {
      case "facts" -> new StrictMap("facts", host.facts(), host.secrets());
      case "groups" -> Live.of("groups", host.groups(), host.secrets());
      case "host", "name" -> host.name();
      case "vars" -> new Variables(where);
      default -> value(name, where);
    };
  }

  @Override
  public Object field(Object target, String name, Location where) {
    if (target instanceof StrictMap map) {
      return fields.read(map, name, where);
    }
    if (target instanceof Strict strict) {
      return strict.optional(name);
    }
    try {
      return target == null ? null : InvokerHelper.getProperty(target, name);
    } catch (MissingPropertyException e) {
      String message = Shown.type(e.getType()) + " has no '" + name + "'";
      throw new KitException(new Problem(where, message, ""));
    }
  }

  private Object value(String name, Location where) {
    return host.has(name) ? Live.of(name, host.variable(name, where), host.secrets()) : null;
  }

  /** {@code vars.x}: the variables where a bare name is not enough. */
  private final class Variables implements Strict {

    private final Location where;

    private Variables(Location where) {
      this.where = where;
    }

    @Override
    public String label() {
      return "vars";
    }

    @Override
    public Object getProperty(String name) {
      return value(name, where);
    }

    @Override
    public void setProperty(String name, Object value) {
      throw Strict.assigned(label(), name);
    }

    @Override
    public Object optional(String name) {
      return value(name, where);
    }

    /** {@code vars['x']}. */
    public Object getAt(String name) {
      return value(name, where);
    }

    /** {@code vars.get('x')}. */
    public Object get(String name) {
      return value(name, where);
    }
  }
}
