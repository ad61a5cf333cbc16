package kit.script.scope;

import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.language.Wanted;
import kit.script.value.Frozen;
import kit.script.value.Live;

/**
 * {@code filters.toNiceYaml(x)}: the filters of templates as methods. Arguments with names are said
 * by {@code filters.call('combine', [a, b], [recursive: true])}.
 */
public final class FilterCalls extends GroovyObjectSupport {

  static final String WORD = "filters";

  private final HostSession session;
  private final Location where;

  FilterCalls(HostSession session, Location where) {
    this.session = session;
    this.where = where;
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    List<Object> all = new ArrayList<>();
    for (Object each :
        arguments instanceof Object[] many ? Arrays.asList(many) : List.of(arguments)) {
      all.add(Frozen.of(each));
    }
    if (!name.equals("call")) {
      return Live.of(name, session.filter(name, all, Map.of(), where), session.secrets());
    }
    boolean fits =
        all.size() >= 2
            && all.size() <= 3
            && all.get(0) instanceof String
            && all.get(1) instanceof List<?>
            && (all.size() == 2 || all.get(2) instanceof Map<?, ?>);
    if (!fits) {
      throw new KitException(
          new Problem(
              where,
              "call wants a name, a list of arguments and a map of those with names",
              "filters.call('combine', [a, b], [recursive: true])"));
    }
    Map<String, Object> named = all.size() == 2 ? Map.of() : Wanted.map(all.get(2), "call", where);
    String filter = (String) all.get(0);
    return Live.of(
        filter, session.filter(filter, (List<?>) all.get(1), named, where), session.secrets());
  }

  @Override
  public Object getProperty(String name) {
    throw new KitException(new Problem(where, "a filter is called", "filters." + name + "(value)"));
  }
}
