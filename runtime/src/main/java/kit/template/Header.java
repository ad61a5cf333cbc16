package kit.template;

import kit.data.PythonLiteral;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.TemplateStyle;
import kit.template.syntax.Layout;

/**
 * A template without its first line, {@code #jinja2: trim_blocks: False}, and the layout that the
 * line asks for.
 *
 * @param text the template
 * @param layout how it is read
 */
record Header(String text, Layout layout) {
  private static final String MARK = "#jinja2:";

  static Header of(String text, TemplateStyle style, Location where) {
    Layout plain = Layout.of(style.trimBlocks(), style.lstripBlocks());
    Layout layout = with(plain, "newline_sequence", style.newline(), where);
    if (!text.startsWith(MARK)) {
      return new Header(text, layout);
    }
    int end = text.indexOf('\n');
    String line = text.substring(MARK.length(), end < 0 ? text.length() : end);
    for (String pair : line.split(",")) {
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new KitException(
            new Problem(where, "'" + pair.strip() + "' is no setting", "write name: value"));
      }
      Object value = PythonLiteral.of(pair.substring(colon + 1).strip());
      layout = with(layout, pair.substring(0, colon).strip(), value, where);
    }
    return new Header(end < 0 ? "" : text.substring(end + 1), layout);
  }

  private static Layout with(Layout l, String name, Object value, Location where) {
    boolean flag = Boolean.TRUE.equals(value);
    String sign = String.valueOf(value);
    boolean keep = l.keepTrailingNewline();
    String start = l.blockStart();
    String end = l.blockEnd();
    String from = l.variableStart();
    String to = l.variableEnd();
    String open = l.commentStart();
    String close = l.commentEnd();
    boolean trim = l.trimBlocks();
    boolean strip = l.lstripBlocks();
    String newline = l.newline();
    switch (name) {
      case "block_start_string" -> start = sign;
      case "block_end_string" -> end = sign;
      case "variable_start_string" -> from = sign;
      case "variable_end_string" -> to = sign;
      case "comment_start_string" -> open = sign;
      case "comment_end_string" -> close = sign;
      case "trim_blocks" -> trim = flag;
      case "lstrip_blocks" -> strip = flag;
      case "keep_trailing_newline" -> keep = flag;
      case "newline_sequence" -> newline = sign;
      default ->
          throw new KitException(
              new Problem(
                  where, "a template has no setting '" + name + "'", "see docs/templates.md"));
    }
    return new Layout(start, end, from, to, open, close, trim, strip, keep, newline, false);
  }
}
