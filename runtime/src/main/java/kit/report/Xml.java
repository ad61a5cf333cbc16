package kit.report;

import java.util.Map;

/** Writes XML. Texts are cleaned of secrets and of characters that XML has no way to write. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Redactor redactor;
  private int depth;

  Xml(Redactor redactor) {
    this.redactor = redactor;
  }

  String text() {
    return out.toString();
  }

  @SafeVarargs
  final void open(String name, Map.Entry<String, String>... attributes) {
    begin(name, attributes);
    out.append(">\n");
    depth++;
  }

  void close(String name) {
    depth--;
    out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
  }

  /** An element that holds text only. */
  @SafeVarargs
  final void element(String name, String content, Map.Entry<String, String>... attributes) {
    begin(name, attributes);
    if (content.isEmpty()) {
      out.append("/>\n");
    } else {
      out.append('>').append(escaped(content)).append("</").append(name).append(">\n");
    }
  }

  @SafeVarargs
  private void begin(String name, Map.Entry<String, String>... attributes) {
    out.append("  ".repeat(depth)).append('<').append(name);
    for (Map.Entry<String, String> attribute : attributes) {
      out.append(' ').append(attribute.getKey()).append("=\"");
      out.append(escaped(attribute.getValue()).replace("\n", "&#10;")).append('"');
    }
  }

  private String escaped(String text) {
    String visible = Visible.text(redactor.clean(text));
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '\ufffe', '\uffff' -> escaped.append('?');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
