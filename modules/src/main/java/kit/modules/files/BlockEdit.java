package kit.modules.files;

import java.util.Optional;

/**
 * What blockinfile does to the content of a file, with the rules of Ansible's module.
 *
 * @param begin the first marker line
 * @param end the last marker line
 * @param block the lines between them; empty if there shall be no block
 * @param anchor where a new block goes
 * @param before whether an empty line stands before the block
 * @param after whether an empty line follows the block
 */
record BlockEdit(
    String begin, String end, String block, Anchor anchor, boolean before, boolean after) {

  Optional<String> edited(String content) {
    Lines lines = Lines.of(content);
    int from = last(lines, begin);
    int to = last(lines, end);
    int place;
    if (from >= 0 && to >= 0) {
      place = Math.min(from, to);
      lines.remove(place, Math.max(from, to) + 1);
    } else if (block.isEmpty()) {
      return Optional.of(content);
    } else {
      place = place(lines, content);
    }
    if (before && place > 0 && !lines.get(place - 1).body().isEmpty()) {
      lines.insert(place++, "");
    }
    place = insert(lines, place);
    if (after && place < lines.size() && !lines.get(place).body().isEmpty()) {
      lines.insert(place, "");
    }
    return Optional.of(lines.text());
  }

  private int insert(Lines lines, int place) {
    if (block.isEmpty()) {
      return place;
    }
    int at = place;
    lines.insert(at++, begin);
    Lines inside = Lines.of(block);
    for (int i = 0; i < inside.size(); i++) {
      lines.insert(at++, inside.get(i).body());
    }
    lines.insert(at++, end);
    return at;
  }

  private int place(Lines lines, String content) {
    if (anchor.expression().isEmpty()) {
      return anchor.start() ? 0 : lines.size();
    }
    PythonRegex expression = anchor.expression().get();
    int found = -1;
    if (expression.multiline()) {
      var match = expression.matcher(content);
      if (match.find()) {
        found = line(content, anchor.after() ? match.end() : match.start());
      }
    } else {
      for (int i = 0; i < lines.size(); i++) {
        found = anchor.found(lines.get(i)) ? i : found;
      }
    }
    return found < 0 ? lines.size() : Math.min(lines.size(), anchor.beside(found));
  }

  private static int line(String content, int position) {
    int line = 0;
    for (int i = 0; i < position; i++) {
      line += content.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  private static int last(Lines lines, String body) {
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).body().equals(body) ? i : last;
    }
    return last;
  }
}
