package kit.data;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML 1.1 types as PyYAML, and so Ansible, sees them; dates stay text. */
final class YamlTypes extends Resolver {

  // No patterns: compiling them costs more than the few checks below.
  @Override
  protected void addImplicitResolvers() {}

  @Override
  public Tag resolve(NodeId kind, String value, boolean implicit) {
    if (kind == NodeId.sequence) {
      return Tag.SEQ;
    }
    if (kind == NodeId.mapping) {
      return Tag.MAP;
    }
    return implicit ? plain(value) : Tag.STR;
  }

  private static Tag plain(String value) {
    return switch (value) {
      case "", "~", "null", "Null", "NULL" -> Tag.NULL;
      case "yes", "Yes", "YES", "no", "No", "NO" -> Tag.BOOL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Tag.BOOL;
      case "on", "On", "ON", "off", "Off", "OFF" -> Tag.BOOL;
      case "<<" -> Tag.MERGE;
      default -> number(value);
    };
  }

  private static Tag number(String value) {
    char first = value.charAt(0);
    boolean signed = first == '-' || first == '+';
    String digits = signed ? value.substring(1) : value;
    if (digits.isEmpty() || !isDigit(digits.charAt(0)) && digits.charAt(0) != '.') {
      return Tag.STR;
    }
    if (isInteger(digits)) {
      return Tag.INT;
    }
    return isFloat(digits, signed) ? Tag.FLOAT : Tag.STR;
  }

  private static boolean isInteger(String text) {
    if (text.startsWith("0b")) {
      return all(text, 2, text.length(), "01_");
    }
    if (text.startsWith("0x")) {
      return all(text, 2, text.length(), "0123456789abcdefABCDEF_");
    }
    if (text.startsWith("0")) {
      return text.length() == 1 || all(text, 1, text.length(), "01234567_");
    }
    int colon = text.indexOf(':');
    int end = colon < 0 ? text.length() : colon;
    return all(text, 0, end, "0123456789_") && (colon < 0 || isBase60(text, colon, text.length()));
  }

  private static boolean isFloat(String text, boolean signed) {
    switch (text) {
      case ".inf", ".Inf", ".INF":
        return true;
      case ".nan", ".NaN", ".NAN":
        return !signed;
      default:
        break;
    }
    int dot = text.indexOf('.');
    int colon = text.indexOf(':');
    if (dot < 0 || dot == 0 && (signed || text.length() == 1 || !isDigit(text.charAt(1)))) {
      return false;
    }
    if (colon > 0) {
      return all(text, 0, colon, "0123456789_")
          && isBase60(text, colon, dot)
          && (dot + 1 == text.length() || all(text, dot + 1, text.length(), "0123456789_"));
    }
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    int end = e < 0 ? text.length() : e;
    boolean fraction = dot + 1 == end || all(text, dot + 1, end, "0123456789_");
    boolean exponent = e < 0 || e + 2 < text.length() && "+-".indexOf(text.charAt(e + 1)) >= 0;
    return (dot == 0 || all(text, 0, dot, "0123456789_"))
        && fraction
        && exponent
        && (e < 0 || all(text, e + 2, text.length(), "0123456789"));
  }

  /** Parts of one or two digits below 60, each behind a colon. */
  private static boolean isBase60(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int end = text.indexOf(':', at + 1);
      end = end < 0 || end > to ? to : end;
      int length = end - at - 1;
      boolean low = length == 1 || length == 2 && text.charAt(at + 1) < '6';
      if (!low || !all(text, at + 1, end, "0123456789")) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean all(String text, int from, int to, String allowed) {
    for (int i = from; i < to; i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return from < to;
  }
}
