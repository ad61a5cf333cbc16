package kit.modules.source;

import java.util.LinkedHashMap;
import java.util.Map;
import kit.query.JsonValue;
import kit.spi.Output;

/**
 * What the script of uri printed: status and URL, the headers of every answer on the way, and after
 * a mark the content.
 *
 * @param output of the script
 */
record Answer(Output output) {

  Map<String, Object> values(boolean content) {
    String text = output.text();
    int mark = text.indexOf('\036');
    String[] lines = (mark < 0 ? text : text.substring(0, mark)).split("\r?\n");
    int blank = lines[0].indexOf(' ');
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("changed", false);
    values.put("status", blank < 0 ? 0 : Integer.parseInt(lines[0].substring(0, blank)));
    values.put("url", lines[0].substring(blank + 1));
    Map<String, Object> headers = headers(lines);
    values.put("headers", headers);
    values.put("contentType", headers.getOrDefault("content_type", ""));
    if (content) {
      String body = mark < 0 ? "" : text.substring(mark + 1);
      values.put("content", body);
      if (values.get("contentType").toString().contains("json")) {
        JsonValue.of(body).ifPresent(parsed -> values.put("json", parsed));
      }
    }
    return values;
  }

  /** Those of the last answer: each begins anew with its status line. */
  private static Map<String, Object> headers(String[] lines) {
    Map<String, Object> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (lines[i].startsWith("HTTP/")) {
        headers.clear();
      } else if (colon > 0) {
        String name = Uri.name(lines[i].substring(0, colon));
        String value = lines[i].substring(colon + 1).strip();
        headers.merge(name, value, (a, b) -> a + ", " + b);
      }
    }
    return headers;
  }
}
