package kit.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What iniFile does to the content of a file.
 *
 * @param section the section; empty for the lines before the first one
 * @param option the option; empty for the section as a whole
 * @param values what it shall have; none for an option without value
 * @param exclusive whether other values go
 * @param equals what stands between option and value
 */
record IniEdit(
    String section, String option, List<String> values, boolean exclusive, String equals) {

  Optional<String> present(String content) {
    Lines lines = Lines.of(content);
    int head = head(lines);
    if (head == lines.size() && !section.isEmpty()) {
      lines.insert(lines.size(), "[" + section + "]");
    }
    if (option.isEmpty()) {
      return Optional.of(lines.text());
    }
    int from = section.isEmpty() ? 0 : head + 1;
    List<String> wanted = wanted();
    List<Integer> others = kept(lines, from, wanted);
    for (int i = others.size() - 1; i >= 0 && exclusive; i--) {
      if (i < wanted.size()) {
        lines.replace(others.get(i), wanted.get(i));
      } else {
        lines.remove(others.get(i), others.get(i) + 1);
      }
    }
    int left = exclusive ? Math.min(others.size(), wanted.size()) : 0;
    for (String line : wanted.subList(left, wanted.size())) {
      add(lines, from, line);
    }
    return Optional.of(lines.text());
  }

  Optional<String> absent(String content) {
    Lines lines = Lines.of(content);
    int head = head(lines);
    if (head == lines.size() && !section.isEmpty()) {
      return Optional.of(content);
    }
    int from = section.isEmpty() ? 0 : head + 1;
    if (option.isEmpty()) {
      lines.remove(head, end(lines, from));
      return absent(lines.text());
    }
    for (int i = end(lines, from) - 1; i >= from; i--) {
      Optional<String> value = value(lines.get(i).body());
      if (value.isPresent() && (exclusive || values.isEmpty() || values.contains(value.get()))) {
        lines.remove(i, i + 1);
      }
    }
    return Optional.of(lines.text());
  }

  private List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    for (String value : values) {
      wanted.add(option + equals + value);
    }
    if (values.isEmpty()) {
      wanted.add(option);
    }
    return wanted;
  }

  /** Takes what is there already out of the wanted lines; the lines of the option that are not. */
  private List<Integer> kept(Lines lines, int from, List<String> wanted) {
    List<Integer> others = new ArrayList<>();
    for (int i = from; i < end(lines, from); i++) {
      String body = lines.get(i).body();
      if (value(body).isPresent() && !wanted.remove(body)) {
        others.add(i);
      }
    }
    return others;
  }

  /**
   * In the place of a comment that shows the option, else after the last line that says something:
   * a comment at the end may be about the next section.
   */
  private void add(Lines lines, int from, String line) {
    int end = end(lines, from);
    int last = from;
    for (int i = from; i < end; i++) {
      String body = lines.get(i).body().strip();
      boolean comment = body.startsWith("#") || body.startsWith(";");
      if (comment && value(body.substring(1)).isPresent()) {
        lines.replace(i, line);
        return;
      }
      last = body.isEmpty() || comment ? last : i + 1;
    }
    lines.insert(last, line);
  }

  /**
   * Where the section begins, the number of lines if it does not; of two in a row the second, as
   * the last word counts.
   */
  private int head(Lines lines) {
    int head = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      String body = lines.get(i).body();
      if (body.startsWith("[" + section + "]")) {
        head = i;
      } else if (begins(body) && head < lines.size()) {
        return head;
      }
    }
    return head;
  }

  /** Behind the name may be a comment; with blanks before it, it is part of a value. */
  private static boolean begins(String body) {
    return body.startsWith("[");
  }

  private static int end(Lines lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (begins(lines.get(i).body())) {
        return i;
      }
    }
    return lines.size();
  }

  /** The value that a line gives the option; empty if it is about something else. */
  private Optional<String> value(String body) {
    String text = body.strip();
    if (!text.startsWith(option)) {
      return Optional.empty();
    }
    String rest = text.substring(option.length()).strip();
    if (rest.isEmpty()) {
      return Optional.of("");
    }
    return rest.startsWith("=") ? Optional.of(rest.substring(1).strip()) : Optional.empty();
  }
}
