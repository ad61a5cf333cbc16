package kit.template.lookups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.filters.Csv;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Regex;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Truth;

/** Lookups of a value in a CSV, INI or properties file. */
final class TableLookups implements Lookup {
  private final Controller controller;

  TableLookups(Controller controller) {
    this.controller = controller;
  }

  @Override
  public List<Object> run(String name, List<?> terms, Map<String, Object> options) {
    List<Object> out = new ArrayList<>();
    for (Object term : terms) {
      Map<String, Object> all = new LinkedHashMap<>(options);
      List<String> words = new ArrayList<>();
      for (Object word : Splits.of(Text.str(term), null, -1, false)) {
        String text = (String) word;
        int equals = text.indexOf('=');
        if (equals > 0) {
          all.put(text.substring(0, equals), text.substring(equals + 1));
        } else {
          words.add(text);
        }
      }
      String key = String.join(" ", words);
      if (name.equals("ini")) {
        ini(key, all, out);
      } else {
        csv(key, all, out);
      }
    }
    return out;
  }

  private String text(Map<String, Object> options, String otherwise) {
    ProjectFiles files = new ProjectFiles(controller, "files");
    return files.text(files.need(Lookups.option(options, "file", otherwise)));
  }

  private void csv(String key, Map<String, Object> options, List<Object> out) {
    String delimiter = Lookups.option(options, "delimiter", "TAB");
    char between = delimiter.equals("TAB") || delimiter.equals("\\t") ? '\t' : delimiter.charAt(0);
    Object column = Numbers.parse(Lookups.option(options, "col", "1"), 10);
    for (List<String> row : Csv.rows(text(options, "ansible.csv"), between, false)) {
      if (!row.isEmpty() && row.get(0).equals(key)) {
        int at = Numbers.index(column);
        if (at >= row.size()) {
          throw new PythonError("csvfile: list index out of range");
        }
        out.add(row.get(at));
        return;
      }
    }
    if (options.get("default") != null) {
      out.add(options.get("default"));
    }
  }

  private void ini(String key, Map<String, Object> options, List<Object> out) {
    boolean properties = Lookups.option(options, "type", "ini").equals("properties");
    String section = properties ? "" : Lookups.option(options, "section", "global");
    boolean caseCounts = Truth.of(options.get("case_sensitive"));
    boolean regex = Truth.of(options.get("re"));
    String wanted = caseCounts ? key : key.toLowerCase(Locale.ROOT);
    String current = "";
    for (Object one : Splits.lines(text(options, "ansible.ini"), false)) {
      String line = ((String) one).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        current = line.substring(1, line.length() - 1);
        continue;
      }
      int equals = separator(line);
      if (equals < 0 || line.startsWith("#") || line.startsWith(";") || !current.equals(section)) {
        continue;
      }
      String found = line.substring(0, equals).strip();
      String name = caseCounts ? found : found.toLowerCase(Locale.ROOT);
      boolean is =
          regex ? Regex.of(key, !caseCounts, false).matches(name, "match") : name.equals(wanted);
      if (is) {
        out.add(line.substring(equals + 1).strip());
        if (!regex) {
          return;
        }
      }
    }
    if (out.isEmpty() && !regex) {
      out.add(Lookups.option(options, "default", ""));
    }
  }

  private static int separator(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
  }
}
