package kit.modules.files;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What lineinfile does to the content of a file, with the rules of Ansible's module.
 *
 * @param body the line
 * @param regexp which line to replace or remove
 * @param searched text of the line to replace or remove
 * @param backrefs whether the line is filled with the groups of the match
 * @param first whether the first match counts, not the last
 * @param anchor where the line goes if it replaces none
 */
record LineEdit(
    String body,
    Optional<PythonRegex> regexp,
    Optional<String> searched,
    boolean backrefs,
    boolean first,
    Anchor anchor) {

  Optional<String> present(String content) {
    Lines lines = Lines.of(content);
    int match = match(lines);
    if (match >= 0) {
      lines.replace(match, filled(lines.get(match)));
      return Optional.of(lines.text());
    }
    int same = -1;
    int place = -1;
    for (int i = 0; i < lines.size() && !(first && place >= 0); i++) {
      if (same(lines.get(i))) {
        same = i;
      } else if (anchor.found(lines.get(i))) {
        place = anchor.beside(i);
      }
    }
    if (same >= 0) {
      lines.replace(same, body);
    } else if (backrefs) {
      return Optional.empty();
    } else {
      insert(lines, place);
    }
    return Optional.of(lines.text());
  }

  private void insert(Lines lines, int place) {
    if (anchor.start()) {
      lines.insert(0, body);
    } else if (place < 0) {
      lines.insert(lines.size(), body);
    } else if (!anchor.after() || place == lines.size() || !same(lines.get(place))) {
      // with firstmatch the search ended before the very line that stands there already
      lines.insert(place, body);
    }
  }

  Optional<String> absent(String content) {
    Lines lines = Lines.of(content);
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean chosen = regexp.isPresent() || searched.isPresent();
      if (chosen ? matches(lines.get(i)) : same(lines.get(i))) {
        lines.remove(i, i + 1);
      }
    }
    return Optional.of(lines.text());
  }

  private int match(Lines lines) {
    int match = -1;
    for (int i = 0; i < lines.size() && !(first && match >= 0); i++) {
      match = matches(lines.get(i)) ? i : match;
    }
    return match;
  }

  private boolean matches(Lines.Line line) {
    return regexp.isPresent()
        ? regexp.get().matcher(line.seen()).find()
        : searched.isPresent() && line.seen().contains(searched.get());
  }

  private boolean same(Lines.Line line) {
    return line.body().equals(body);
  }

  private String filled(Lines.Line line) {
    if (!backrefs || regexp.isEmpty()) {
      return body;
    }
    Matcher match = regexp.get().matcher(line.seen());
    match.find();
    String text = regexp.get().expand(body, match);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
