package kit.template.filters;

import java.util.ArrayList;
import java.util.List;

/** Lines of fields, which may stand in double quotes. */
public final class Csv {

  private Csv() {}

  /** The rows that are not empty. */
  public static List<List<String>> rows(String text, char delimiter, boolean skipBlanks) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean start = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (quoted && i < text.length()) {
        boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        i += twice ? 1 : 0;
        quoted = twice || c != '"';
        field.append(quoted ? String.valueOf(c) : "");
      } else if (c == '"' && start) {
        quoted = true;
        start = false;
      } else if (c == delimiter) {
        row.add(field.toString());
        field.setLength(0);
        start = true;
      } else if (c == '\n' || c == '\r') {
        if (!row.isEmpty() || field.length() > 0 || !start) {
          row.add(field.toString());
          rows.add(row);
          row = new ArrayList<>();
        }
        field.setLength(0);
        start = true;
      } else if (!(c == ' ' && start && skipBlanks)) {
        field.append(c);
        start = false;
      }
    }
    return rows;
  }
}
