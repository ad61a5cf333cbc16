package kit.template.lookups;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Undefined;

/** Finds lookups by name and gives what they find in the form that the template asked for. */
public final class Lookups {
  private final Controller controller;

  public Lookups(Controller controller) {
    this.controller = controller;
  }

  /**
   * Runs a lookup. Several texts are joined by commas unless {@code wantlist} is set; with {@code
   * errors: 'ignore'} or {@code 'warn'} nothing is found where it fails.
   */
  public Object run(String given, List<?> terms, Map<String, Object> options) {
    String name = given.startsWith("ansible.builtin.") ? given.substring(16) : given;
    boolean list = Truth.of(options.remove("wantlist"));
    options.remove("allow_unsafe");
    Object errors = options.remove("errors");
    for (Object term : terms) {
      if (term instanceof Undefined undefined) {
        throw undefined.error();
      }
    }
    Lookup lookup = find(name);
    if (lookup == null) {
      throw new PythonError("there is no lookup '" + given + "'");
    }
    List<Object> found;
    try {
      found = lookup.run(name, terms, options);
    } catch (PythonError | KitException e) {
      if (errors == null || errors.equals("strict")) {
        throw e;
      }
      return list ? new ArrayList<>() : null;
    }
    if (name.equals("password")) {
      found.forEach(each -> controller.vault().hidden().add(Text.str(each), Location.NONE));
    }
    return list ? found : joined(found);
  }

  private Lookup find(String name) {
    return switch (name) {
      case "dict", "sequence", "subelements", "together", "nested", "cartesian", "items" ->
          new ListLookups();
      case "list", "indexed_items", "flattened", "random_choice" -> new ListLookups();
      case "file", "unvault", "template", "fileglob", "first_found" -> new FileLookups(controller);
      case "csvfile", "ini" -> new TableLookups(controller);
      case "env", "pipe", "lines", "password", "url" -> new SystemLookups(controller);
      case "vars", "varnames", "inventory_hostnames", "config" -> new NameLookups(controller);
      default -> null;
    };
  }

  private static Object joined(List<Object> found) {
    StringBuilder out = new StringBuilder();
    String gap = "";
    for (Object one : found) {
      if (!(one instanceof CharSequence)) {
        return found.size() == 1 ? found.get(0) : found;
      }
      out.append(gap).append(one);
      gap = ",";
    }
    return found.isEmpty() ? Collections.emptyList() : out.toString();
  }

  /** An option as text. */
  static String option(Map<String, Object> options, String name, String otherwise) {
    Object value = options.get(name);
    return value == null ? otherwise : Text.str(value);
  }
}
