package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a name given to pip asks for: {@code bottle}, {@code bottle>=0.12,<0.13}, a path or a URL.
 *
 * @param text as it is given to pip
 * @param name as pip compares names; empty if only pip can tell
 * @param conditions on the version, each an operator and a version
 */
record PipRequirement(String text, String name, List<String> conditions) {

  private static final List<String> OPERATORS =
      List.of("===", "==", "!=", ">=", "<=", "~=", ">", "<");

  static PipRequirement of(String text) {
    String plain = text.strip();
    int end = 0;
    while (end < plain.length()
        && (Character.isLetterOrDigit(plain.charAt(end))
            || "-_.".indexOf(plain.charAt(end)) >= 0)) {
      end++;
    }
    String rest = plain.substring(end).strip();
    if (rest.startsWith("[") && rest.indexOf(']') > 0) {
      rest = rest.substring(rest.indexOf(']') + 1).strip();
    }
    boolean open =
        end == 0 || rest.indexOf('/') >= 0 || rest.indexOf(';') >= 0 || rest.indexOf('@') >= 0;
    boolean file = plain.startsWith(".") || plain.endsWith(".whl") || plain.endsWith(".tar.gz");
    List<String> conditions = new ArrayList<>();
    for (String condition : rest.isEmpty() ? new String[0] : rest.split(",")) {
      conditions.add(condition.replace(" ", ""));
      open |= operator(condition.strip()).isEmpty();
    }
    return open || file
        ? new PipRequirement(plain, "", List.of())
        : new PipRequirement(plain, normal(plain.substring(0, end)), List.copyOf(conditions));
  }

  /** PEP 503: case and the kind of separators do not matter. */
  static String normal(String name) {
    StringBuilder text = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean separator = c == '-' || c == '_' || c == '.';
      if (!separator) {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != '-') {
        text.append('-');
      }
    }
    return text.toString();
  }

  private static Optional<String> operator(String condition) {
    return OPERATORS.stream().filter(condition::startsWith).findFirst();
  }

  /** Whether what is installed will do; empty if only pip can tell. */
  Optional<Boolean> metBy(Map<String, String> versions) {
    String version = versions.get(name);
    return name.isEmpty() ? Optional.empty() : version == null ? Optional.of(false) : met(version);
  }

  /** Whether an installed version will do; empty if only pip can tell. */
  Optional<Boolean> met(String version) {
    boolean met = true;
    for (String condition : conditions) {
      String operator = operator(condition).orElseThrow();
      String wanted = condition.substring(operator.length());
      Optional<Boolean> one = met(operator, wanted, version);
      if (one.isEmpty()) {
        return one;
      }
      met &= one.get();
    }
    return Optional.of(met);
  }

  private static Optional<Boolean> met(String operator, String wanted, String version) {
    if (operator.equals("===") || wanted.equals(version)) {
      boolean same = wanted.equals(version);
      return Optional.of(
          operator.equals("!=") || operator.equals(">") || operator.equals("<") ? !same : same);
    }
    boolean family = wanted.endsWith(".*");
    int[] these = numbers(version);
    int[] those = numbers(family ? wanted.substring(0, wanted.length() - 2) : wanted);
    if (these.length == 0 || those.length == 0) {
      return Optional.empty();
    }
    int order = compare(these, those, family ? those.length : Math.max(these.length, those.length));
    return Optional.of(
        switch (operator) {
          case "==" -> order == 0;
          case "!=" -> order != 0;
          case ">=" -> order >= 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          case "<" -> order < 0;
          // at least that, and the same but for the last number
          default -> order >= 0 && compare(these, those, Math.max(1, those.length - 1)) == 0;
        });
  }

  /** The numbers of a final release; none for any other, whose order is pip's business. */
  private static int[] numbers(String version) {
    String[] parts = version.split("\\.", -1);
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty()
          || parts[i].length() > 9
          || !parts[i].chars().allMatch(Character::isDigit)) {
        return new int[0];
      }
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  private static int compare(int[] these, int[] those, int upTo) {
    for (int i = 0; i < upTo; i++) {
      int order = Integer.compare(i < these.length ? these[i] : 0, i < those.length ? those[i] : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
