package kit.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Javadoc of a record taken apart; markup becomes plain text.
 *
 * @param summary the first sentence, empty if there is none
 * @param description what follows it, paragraphs parted by empty lines
 * @param examples the contents of the {@code <pre>{@code ...}</pre>} blocks
 * @param params the texts of {@code @param} by name
 */
record RecordJavadoc(
    String summary, String description, List<String> examples, Map<String, String> params) {

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\s*\\{@code[ \\t]*\\n?(.*?)\\n?[ \\t]*}\\s*</pre>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("(?m)^[ \\t]*@(?=[a-z]+)");
  private static final Pattern INLINE =
      Pattern.compile("\\{@(?:code|literal|link|linkplain) ((?:[^{}]|\\{[^{}]*})*)}");
  private static final Pattern MARKUP =
      Pattern.compile("</?(?:p|pre|li|b|i|em|strong|code|br|a|table|t[rdh])\\b[^>]*>");

  /** Takes a comment apart as javac gives it, without its asterisks. */
  static RecordJavadoc of(String comment) {
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(comment);
    while (example.find()) {
      examples.add(example.group(1).stripIndent().strip());
    }
    String[] parts = TAG.split(example.replaceAll("\n\n"));
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] words = parts[i].strip().split("\\s+", 3);
      if (words[0].equals("param") && words.length == 3) {
        params.put(words[1], plain(words[2]));
      }
    }
    String text = plain(parts[0]);
    int end = sentence(text);
    return new RecordJavadoc(
        text.substring(0, end).strip(), text.substring(end).strip(), examples, params);
  }

  private static int sentence(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean stop = text.charAt(i) == '.' && (i + 1 == text.length() || text.charAt(i + 1) <= ' ');
      if (stop || text.startsWith("\n\n", i)) {
        return Math.min(i + 1, text.length());
      }
    }
    return text.length();
  }

  private static String plain(String html) {
    String parted = html.replaceAll("<li>", "\n\n- ").replaceAll("<p>|</?[uo]l>", "\n\n").strip();
    StringBuilder text = new StringBuilder();
    for (String paragraph : parted.split("\\n\\s*\\n")) {
      String line = MARKUP.matcher(paragraph).replaceAll("").strip().replaceAll("\\s+", " ");
      if (!line.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(INLINE.matcher(line).replaceAll("$1"));
      }
    }
    return text.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
