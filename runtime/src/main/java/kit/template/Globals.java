package kit.template;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Omit;
import kit.template.lookups.Controller;
import kit.template.lookups.Lookups;
import kit.template.python.DateTime;
import kit.template.python.DictMethods;
import kit.template.python.Function;
import kit.template.python.Group;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Range;
import kit.template.python.Table;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Undefined;
import kit.template.tree.Namespace;
import kit.template.tree.Variables;

/** The functions that every template has. */
final class Globals implements Variables, Group {
  private static final String ALL =
      """
      range start stop=none step=1
      dict value= **named
      namespace value= **named
      cycler *items
      joiner sep=', '
      lipsum n=5 html=true min=20 max=100
      now utc=false fmt=none
      undef hint=none
      lookup name *terms **options
      query name *terms **options
      q name *terms **options
      """;
  private final Controller controller;
  private Table table;

  Globals(Controller controller) {
    this.controller = controller;
  }

  /** Whether there is a function of this name. */
  static boolean has(String name) {
    return ALL.startsWith(name + " ") || ALL.contains("\n" + name + " ");
  }

  @Override
  public Object get(String name) {
    if (name.equals("omit")) {
      return Omit.VALUE;
    }
    Object found = null;
    switch (name) {
      case "range", "dict", "namespace", "cycler", "joiner", "lipsum", "now", "undef":
      case "lookup", "query", "q":
        table = table == null ? new Table(ALL, this) : table;
        found = table.find(name);
        break;
      default:
        break;
    }
    if (name.equals("dict")) {
      return new DictType((Function) found);
    }
    return found == null ? Undefined.of("'" + name + "' is undefined") : found;
  }

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "range":
        int first = Numbers.index(a[0]);
        return a[1] == null
            ? new Range(0, first, 1)
            : new Range(first, Numbers.index(a[1]), Numbers.index(a[2]));
      case "dict":
        return dict(a);
      case "namespace":
        return new Namespace(dict(a));
      case "cycler":
        if (((Tuple) a[0]).isEmpty()) {
          throw new PythonError("at least one item has to be provided");
        }
        return new Cycler((Tuple) a[0]);
      case "joiner":
        return new Joiner(a[0]);
      case "now":
        boolean utc = Truth.of(a[0]);
        LocalDateTime time = utc ? LocalDateTime.now(ZoneOffset.UTC) : LocalDateTime.now();
        DateTime now = new DateTime(time, null);
        return a[1] == null ? now : now.format(Text.str(a[1]));
      case "undef":
        return Undefined.of(a[0] == null ? "undefined on purpose" : Text.str(a[0]));
      case "lipsum":
        return Lipsum.text(Numbers.index(a[0]), Truth.of(a[1]));
      default:
        Map<String, Object> options = new LinkedHashMap<>();
        ((Map<?, ?>) a[2]).forEach((key, value) -> options.put(Text.str(key), value));
        if (!name.equals("lookup")) {
          options.put("wantlist", true);
        }
        return new Lookups(controller).run(Text.str(a[0]), (List<?>) a[1], options);
    }
  }

  private static Map<Object, Object> dict(Object[] a) {
    Map<Object, Object> out = new LinkedHashMap<>();
    if (a[0] != Function.UNSET) {
      out.putAll(DictMethods.dict(a[0]));
    }
    out.putAll(DictMethods.dict(a[1]));
    return out;
  }
}
