package kit.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which names are looked for.
 *
 * @param wanted a name must match one of these; none means any
 * @param unwanted and none of these
 */
record Names(List<Predicate<String>> wanted, List<Predicate<String>> unwanted) {

  static Names of(List<String> patterns, List<String> excludes, boolean regex) {
    return new Names(compiled(patterns, regex, "patterns"), compiled(excludes, regex, "excludes"));
  }

  boolean match(String name, boolean hidden) {
    return (hidden || !name.startsWith("."))
        && (wanted.isEmpty() || any(wanted, name))
        && !any(unwanted, name);
  }

  private static boolean any(List<Predicate<String>> patterns, String name) {
    for (Predicate<String> pattern : patterns) {
      if (pattern.test(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<Predicate<String>> compiled(
      List<String> texts, boolean regex, String argument) {
    List<Predicate<String>> patterns = new ArrayList<>();
    for (String text : texts) {
      if (regex) {
        PythonRegex pattern = PythonRegex.of(text, 0, argument);
        patterns.add(name -> pattern.matcher(name).lookingAt());
      } else {
        patterns.add(Pattern.compile(glob(text), Pattern.DOTALL).asMatchPredicate());
      }
    }
    return patterns;
  }

  /** A glob as fnmatch(3) reads it, as a regular expression for the whole name. */
  private static String glob(String text) {
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      int close = c == '[' ? text.indexOf(']', at + 2) : -1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (close > 0) {
        String set = text.substring(at + 1, close);
        boolean not = set.startsWith("!");
        String letters = set.substring(not ? 1 : 0);
        regex.append(not ? "[^" : "[");
        regex.append(letters.replace("\\", "\\\\").replace("[", "\\[").replace("&&", "&\\&"));
        regex.append(']');
        at = close;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
