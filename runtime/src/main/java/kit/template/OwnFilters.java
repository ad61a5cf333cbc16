package kit.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.model.KitException;
import kit.script.data.FilterScripts;
import kit.template.python.Function;
import kit.template.python.PythonError;
import kit.template.python.Undefined;

/**
 * Filters that users write, in {@code filters} of the project and of the role that a template
 * belongs to. Looked at only for names that kit has no filter for.
 */
final class OwnFilters {

  private static final String FOLDER = "filters";
  private static final List<String> PARTS =
      List.of("templates", "tasks", "handlers", "vars", "defaults", "files");

  private final Path project;
  private final Map<Path, Map<String, Function>> read = new ConcurrentHashMap<>();

  OwnFilters(Path project) {
    this.project = project;
  }

  /**
   * @param file where the filter is named
   * @return null if there is none so called
   */
  Function find(String name, String file) {
    Path role = role(Path.of(file.isEmpty() ? "." : file));
    Function own = role == null ? null : in(role.resolve(FOLDER)).get(name);
    return own == null ? in(project.resolve(FOLDER)).get(name) : own;
  }

  /** The directory of the role that a file belongs to. */
  private static Path role(Path file) {
    for (Path at = file.getParent(); at != null; at = at.getParent()) {
      Path name = at.getFileName();
      if (name != null && PARTS.contains(name.toString())) {
        return at.getParent() == null ? Path.of("") : at.getParent();
      }
    }
    return null;
  }

  private Map<String, Function> in(Path folder) {
    Map<String, Function> known = read.get(folder);
    if (known == null) {
      known = new HashMap<>();
      for (Map.Entry<String, FilterScripts.Filter> each : FilterScripts.read(folder).entrySet()) {
        FilterScripts.Filter filter = each.getValue();
        known.put(
            each.getKey(),
            new Function(each.getKey(), "value *rest **named", (name, a) -> call(filter, name, a)));
      }
      read.put(folder, known);
    }
    return known;
  }

  private static Object call(FilterScripts.Filter filter, String name, Object[] a) {
    if (a[0] instanceof Undefined missing) {
      throw missing.error();
    }
    List<Object> arguments = new java.util.ArrayList<>();
    arguments.add(a[0]);
    arguments.addAll((List<?>) a[1]);
    Map<String, Object> named = new HashMap<>();
    ((Map<?, ?>) a[2]).forEach((key, value) -> named.put(String.valueOf(key), value));
    try {
      return filter.apply(arguments, named);
    } catch (KitException e) {
      throw new PythonError("the filter " + name + " failed: " + e.problems().get(0));
    }
  }
}
