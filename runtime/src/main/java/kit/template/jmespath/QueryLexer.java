package kit.template.jmespath;

import java.util.ArrayList;
import java.util.List;
import kit.template.python.JsonReader;
import kit.template.python.PythonError;

/** Takes a query apart. */
final class QueryLexer {
  private static final String[] SIGNS = {
    "[?", "[]", "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "&", "|", ".", "*", "@", "[",
    "]", "{", "}", "(", ")", ",", ":"
  };
  private final String text;
  private int at;

  QueryLexer(String text) {
    this.text = text;
  }

  List<QueryToken> tokens() {
    List<QueryToken> out = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (c == '_' || c < 128 && Character.isLetter(c)) {
        out.add(new QueryToken("name", word()));
      } else if (c == '-' || c >= '0' && c <= '9') {
        out.add(new QueryToken("number", number()));
      } else if (c == '"') {
        out.add(new QueryToken("quoted", JsonReader.read('"' + until('"') + '"')));
      } else if (c == '\'') {
        out.add(new QueryToken("literal", until('\'').replace("\\'", "'")));
      } else if (c == '`') {
        out.add(new QueryToken("literal", literal(until('`').replace("\\`", "`").strip())));
      } else {
        out.add(new QueryToken(sign(), null));
      }
    }
    out.add(new QueryToken("end", null));
    return out;
  }

  private String word() {
    int from = at;
    while (at < text.length()
        && (text.charAt(at) == '_'
            || text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at)))) {
      at++;
    }
    return text.substring(from, at);
  }

  private Integer number() {
    int from = at++;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return Integer.valueOf(text.substring(from, at));
    } catch (NumberFormatException e) {
      throw wrong();
    }
  }

  private String until(char end) {
    int from = ++at;
    while (at < text.length() && text.charAt(at) != end) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw new PythonError("Unclosed " + end + " delimiter in the query " + text);
    }
    return text.substring(from, at++);
  }

  /** JSON; what is none counts as text, as it did in old queries. */
  private static Object literal(String json) {
    try {
      return JsonReader.read(json);
    } catch (PythonError e) {
      return JsonReader.read('"' + json + '"');
    }
  }

  private String sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        return sign;
      }
    }
    throw wrong();
  }

  private PythonError wrong() {
    return new PythonError("Bad jmespath expression: unknown token at " + at + " of " + text);
  }
}
