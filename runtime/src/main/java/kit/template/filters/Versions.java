package kit.template.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.template.python.Compare;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;

/** Versions compared by the rules that the user chose. */
final class Versions {
  private static final Pattern LOOSE = Pattern.compile("\\d+|[a-z]+|\\.|[^\\da-z.]+");
  private static final Pattern STRICT =
      Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?(?:([ab])(\\d+))?");
  private static final String PART = "(0|[1-9]\\d*)";
  private static final Pattern SEMANTIC =
      Pattern.compile(
          PART + "\\." + PART + "\\." + PART + "(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");
  private static final Pattern PEP440 =
      Pattern.compile(
          "\\s*v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\\d*))?"
              + "(?:-(\\d+)|[-_.]?(post|rev|r)[-_.]?(\\d*))?(?:[-_.]?(dev)[-_.]?(\\d*))?"
              + "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\\s*",
          Pattern.CASE_INSENSITIVE);

  private Versions() {}

  static boolean compare(Object[] a) {
    if (a[3] != null && a[4] != null) {
      throw new PythonError("Cannot specify both 'strict' and 'version_type'");
    }
    if (!Truth.of(a[0]) || !Truth.of(a[1])) {
      throw new PythonError("the versions to compare cannot be empty");
    }
    String type = Truth.of(a[3]) ? "strict" : a[4] == null ? "loose" : Text.str(a[4]);
    String operator =
        switch (Text.str(a[2])) {
          case "==", "=", "eq" -> "==";
          case "<", "lt" -> "<";
          case "<=", "le" -> "<=";
          case ">", "gt" -> ">";
          case ">=", "ge" -> ">=";
          case "!=", "<>", "ne" -> "!=";
          default -> throw new PythonError("Invalid operator type (" + Text.str(a[2]) + ")");
        };
    try {
      return Compare.holds(operator, key(type, Text.str(a[0])), key(type, Text.str(a[1])));
    } catch (PythonError e) {
      throw new PythonError("Version comparison failed: " + e.getMessage());
    }
  }

  private static List<Object> key(String type, String version) {
    return switch (type) {
      case "loose" -> loose(version);
      case "strict" -> strict(version);
      case "semver", "semantic" -> semantic(version);
      case "pep440" -> pep440(version);
      default -> throw new PythonError("Invalid version type (" + type + ")");
    };
  }

  /** Numbers and words in order, as they come. */
  static List<Object> loose(String version) {
    List<Object> out = new ArrayList<>();
    Matcher matcher = LOOSE.matcher(version);
    while (matcher.find()) {
      String part = matcher.group();
      if (!part.equals(".")) {
        out.add(Character.isDigit(part.charAt(0)) ? Numbers.parse(part, 10) : part);
      }
    }
    return out;
  }

  private static Matcher match(Pattern pattern, String version) {
    Matcher matcher = pattern.matcher(version);
    if (!matcher.matches()) {
      throw new PythonError("invalid version number '" + version + "'");
    }
    return matcher;
  }

  private static Object number(String digits) {
    return digits == null || digits.isEmpty() ? 0 : Numbers.parse(digits, 10);
  }

  private static List<Object> strict(String version) {
    Matcher m = match(STRICT, version);
    List<Object> out = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      out.add(number(m.group(i)));
    }
    out.add(m.group(4) == null ? "z" : m.group(4));
    out.add(number(m.group(5)));
    return out;
  }

  private static List<Object> semantic(String version) {
    Matcher m = match(SEMANTIC, version);
    List<Object> out = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      out.add(number(m.group(i)));
    }
    List<Object> early = new ArrayList<>();
    out.add(m.group(4) == null ? 1 : 0);
    for (String part : m.group(4) == null ? new String[0] : m.group(4).split("\\.")) {
      Object digits = part.chars().allMatch(Character::isDigit) ? number(part) : null;
      early.add(digits == null ? List.of(1, part) : List.of(0, digits));
    }
    out.add(early);
    return out;
  }

  private static List<Object> pep440(String version) {
    Matcher m = match(PEP440, version);
    List<Object> release = new ArrayList<>();
    for (String part : m.group(2).split("\\.")) {
      release.add(number(part));
    }
    while (release.size() > 1 && release.get(release.size() - 1).equals(0)) {
      release.remove(release.size() - 1);
    }
    boolean post = m.group(5) != null || m.group(6) != null;
    boolean dev = m.group(8) != null;
    String early = m.group(3) == null ? "" : m.group(3).toLowerCase(java.util.Locale.ROOT);
    int stage =
        switch (early.isEmpty() ? "" : early.substring(0, 1)) {
          case "a" -> 1;
          case "b" -> 2;
          case "c", "r", "p" -> 3;
          default -> dev && !post ? 0 : 4;
        };
    List<Object> local = new ArrayList<>();
    for (String part :
        m.group(10) == null
            ? new String[0]
            : m.group(10).toLowerCase(java.util.Locale.ROOT).split("[-_.]")) {
      boolean digits = part.chars().allMatch(Character::isDigit);
      local.add(digits ? List.of(1, number(part)) : List.of(0, part));
    }
    List<Object> out = new ArrayList<>();
    out.add(number(m.group(1)));
    out.add(release);
    out.add(stage);
    out.add(number(m.group(4)));
    out.add(post ? 1 : 0);
    out.add(number(m.group(5) == null ? m.group(7) : m.group(5)));
    out.add(dev ? 0 : 1);
    out.add(number(m.group(9)));
    out.add(local);
    return out;
  }
}
