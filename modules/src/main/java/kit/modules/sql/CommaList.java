package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;

/** Lists that may also be written as one text with commas, as Ansible's modules take them. */
final class CommaList {

  private CommaList() {}

  /** Every item of every text; commas in parentheses part nothing. */
  static List<String> of(List<String> texts) {
    List<String> items = new ArrayList<>();
    for (String text : texts) {
      int depth = 0;
      int from = 0;
      for (int i = 0; i <= text.length(); i++) {
        char c = i < text.length() ? text.charAt(i) : ',';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && (depth == 0 || i == text.length())) {
          String item = text.substring(from, i).strip();
          if (!item.isEmpty()) {
            items.add(item);
          }
          from = i + 1;
        }
      }
    }
    return List.copyOf(items);
  }
}
