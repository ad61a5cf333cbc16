package kit.template.filters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kit.template.python.Chars;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.JsonWriter;
import kit.template.python.Markup;
import kit.template.python.Numbers;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Undefined;

/** Filters for HTML, and for addresses of pages. */
final class MarkupFilters implements Group {

  // Loaded by the filters that need them.
  private static final class Patterns {
    static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    static final Pattern TAG = Pattern.compile("<.*?>", Pattern.DOTALL);
    static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[^\\s<>]+[^\\s<>.,;:!?)]");
  }

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "escape", "e":
        return Markup.escape(a[0]);
      case "forceescape":
        return Markup.escape(Text.str(a[0]));
      case "safe":
        return new Markup(Text.str(a[0]));
      case "striptags":
        return striptags(Text.str(a[0]));
      case "urlize":
        return urlize(Text.str(a[0]), a[1]);
      case "urlencode":
        return urlencode(a[0]);
      case "xmlattr":
        return xmlattr((Map<?, ?>) a[0], Truth.of(a[1]));
      default:
        return tojson(a[0], a[1]);
    }
  }

  private static String striptags(String text) {
    String bare = Patterns.COMMENT.matcher(text).replaceAll("");
    bare = Patterns.TAG.matcher(bare).replaceAll("");
    bare = bare.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"");
    bare = bare.replace("&quot;", "\"").replace("&#39;", "'").replace("&nbsp;", "\u00a0");
    List<String> words = new ArrayList<>();
    for (Object word : Splits.of(bare.replace("&amp;", "&"), null, -1, false)) {
      words.add((String) word);
    }
    return String.join(" ", words);
  }

  private static String urlize(String text, Object limit) {
    String escaped = Markup.escape(text).text();
    return Patterns.LINK
        .matcher(escaped)
        .replaceAll(
            found -> {
              String url = found.group();
              boolean cut = limit != null && Chars.length(url) > Numbers.index(limit);
              String shown = cut ? Chars.part(url, 0, Numbers.index(limit)) + "..." : url;
              String target = url.startsWith("www.") ? "https://" + url : url;
              String link = "<a href=\"" + target + "\" rel=\"noopener\">" + shown + "</a>";
              return java.util.regex.Matcher.quoteReplacement(link);
            });
  }

  private static String urlencode(Object value) {
    if (value instanceof CharSequence || !Items.isIterable(value)) {
      return quoted(Text.str(value), "/");
    }
    Iterable<?> pairs = value instanceof Map<?, ?> map ? map.entrySet() : Items.of(value);
    List<String> out = new ArrayList<>();
    for (Object pair : pairs) {
      Object key = pair instanceof Map.Entry<?, ?> entry ? entry.getKey() : Items.list(pair).get(0);
      Object item =
          pair instanceof Map.Entry<?, ?> entry ? entry.getValue() : Items.list(pair).get(1);
      String text = quoted(Text.str(key), "") + "=" + quoted(Text.str(item), "");
      out.add(text.replace("%20", "+"));
    }
    return String.join("&", out);
  }

  private static String quoted(String text, String safe) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 255);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (letter || "_.-~".indexOf(c) >= 0 || safe.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  private static String xmlattr(Map<?, ?> map, boolean space) {
    List<String> out = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = entry.getValue();
      if (value != null && !(value instanceof Undefined)) {
        out.add(Markup.escape(entry.getKey()).text() + "=\"" + Markup.escape(value).text() + "\"");
      }
    }
    return (space && !out.isEmpty() ? " " : "") + String.join(" ", out);
  }

  private static Markup tojson(Object value, Object indent) {
    String by = indent == null ? null : " ".repeat(Numbers.index(indent));
    String json = new JsonWriter(by, true, true, by == null ? ", " : ",", ": ").write(value);
    json = json.replace("<", "\\u003c").replace(">", "\\u003e");
    return new Markup(json.replace("&", "\\u0026").replace("'", "\\u0027"));
  }
}
