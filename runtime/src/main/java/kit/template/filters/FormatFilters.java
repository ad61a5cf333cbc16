package kit.template.filters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.data.YamlText;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.JsonReader;
import kit.template.python.JsonWriter;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.YamlStyle;
import kit.template.python.YamlWriter;

/** Values written as JSON, YAML and CSV, and read from them. */
final class FormatFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "to_json":
        return json(a[0], null, false, (Map<?, ?>) a[1], ", ");
      case "to_nice_json":
        return json(a[0], a[1], Truth.of(a[2]), (Map<?, ?>) a[3], ",");
      case "from_json":
        return JsonReader.read(TextFilters.text(a[0]));
      case "to_yaml":
        return yaml(a[0], null, (Map<?, ?>) a[1], null);
      case "to_nice_yaml":
        return yaml(a[0], a[1], (Map<?, ?>) a[2], false);
      case "from_yaml":
        return a[0] instanceof CharSequence ? readYaml(TextFilters.text(a[0])) : checked(a[0]);
      case "from_yaml_all":
        return a[0] instanceof CharSequence ? readAll(TextFilters.text(a[0])) : checked(a[0]);
      default:
        return csv(a);
    }
  }

  private static Object checked(Object value) {
    Text.repr(value);
    return value;
  }

  private static Object json(
      Object value, Object indent, boolean sort, Map<?, ?> options, String comma) {
    boolean ascii = true;
    boolean sorted = sort;
    Object by = indent;
    String between = by == null && comma.equals(",") ? "," : comma;
    String colon = ": ";
    for (Map.Entry<?, ?> option : options.entrySet()) {
      switch (Text.str(option.getKey())) {
        case "ensure_ascii" -> ascii = Truth.of(option.getValue());
        case "sort_keys" -> sorted = Truth.of(option.getValue());
        case "indent" -> {
          by = option.getValue();
          between = ",";
        }
        case "separators" -> {
          List<?> pair = Items.list(option.getValue());
          between = Text.str(pair.get(0));
          colon = Text.str(pair.get(1));
        }
        case "skipkeys", "check_circular", "allow_nan", "default", "vault_to_text" -> {}
        case "preprocess_unsafe", "cls" -> {}
        default ->
            throw new PythonError("to_json has no argument '" + Text.str(option.getKey()) + "'");
      }
    }
    String step = by == null ? null : by instanceof CharSequence text ? text.toString() : null;
    step = by != null && step == null ? " ".repeat(Math.max(0, Numbers.index(by))) : step;
    return new JsonWriter(step, sorted, ascii, between, colon).write(value);
  }

  private static Object yaml(Object value, Object indent, Map<?, ?> options, Boolean flow) {
    Object by = indent;
    int width = 80;
    boolean sort = true;
    boolean start = false;
    boolean end = false;
    Boolean flows = flow;
    for (Map.Entry<?, ?> option : options.entrySet()) {
      Object given = option.getValue();
      switch (Text.str(option.getKey())) {
        case "indent" -> by = given;
        case "width" -> width = given instanceof Double ? -1 : Numbers.index(given);
        case "sort_keys" -> sort = Truth.of(given);
        case "explicit_start" -> start = Truth.of(given);
        case "explicit_end" -> end = Truth.of(given);
        case "default_flow_style" -> flows = given == null ? null : (Boolean) Truth.of(given);
        case "allow_unicode", "encoding", "line_break", "canonical", "default_style" -> {}
        default ->
            throw new PythonError("to_yaml has no argument '" + Text.str(option.getKey()) + "'");
      }
    }
    int step = by == null ? 2 : Numbers.index(by);
    return YamlWriter.write(value, new YamlStyle(step, width, flows, sort, start, end));
  }

  private static Object readYaml(String text) {
    return own(new YamlText(text, "", new ArrayList<>()).root());
  }

  /** A copy that the template may change. */
  private static Object own(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, own(item)));
      return out;
    }
    if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>(list.size());
      list.forEach(item -> out.add(own(item)));
      return out;
    }
    return value;
  }

  private static List<Object> readAll(String text) {
    List<Object> out = new ArrayList<>();
    StringBuilder document = new StringBuilder();
    boolean open = false;
    for (String line : text.split("\n", -1)) {
      boolean mark = line.equals("---") || line.startsWith("--- ");
      if (mark || line.equals("...")) {
        if (open || !document.toString().isBlank()) {
          out.add(readYaml(document.toString()));
        }
        document.setLength(0);
        open = mark;
        document.append(mark && line.length() > 4 ? line.substring(4) + "\n" : "");
      } else {
        document.append(line).append('\n');
      }
    }
    if (open || !document.toString().isBlank()) {
      out.add(readYaml(document.toString()));
    }
    return out;
  }

  private static List<Object> csv(Object[] a) {
    boolean tabs = Text.str(a[1]).equals("excel-tab");
    char delimiter = a[3] == null ? (tabs ? '\t' : ',') : Text.str(a[3]).charAt(0);
    List<List<String>> rows = Csv.rows(Text.str(a[0]), delimiter, a[4] != null && Truth.of(a[4]));
    List<Object> out = new ArrayList<>();
    List<?> names = a[2] == null ? null : Items.list(a[2]);
    for (List<String> row : rows) {
      if (names == null) {
        names = row;
        continue;
      }
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        map.put(names.get(i), i < row.size() ? row.get(i) : null);
      }
      if (row.size() > names.size()) {
        map.put(null, new ArrayList<Object>(row.subList(names.size(), row.size())));
      }
      out.add(map);
    }
    return out;
  }
}
