package kit.template.filters;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kit.template.python.PythonError;

/** Addresses taken apart as Python's urllib does. */
final class UrlParts {

  private UrlParts() {}

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      boolean two = text.charAt(i) == '%' && i + 2 < text.length();
      int high = two ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = two ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        out.append(bytes.toString(StandardCharsets.UTF_8)).append(text.charAt(i));
        bytes.reset();
      }
    }
    return out.append(bytes.toString(StandardCharsets.UTF_8)).toString();
  }

  /** The scheme in small letters; empty if there is none. */
  static String scheme(String url) {
    int colon = url.indexOf(':');
    if (colon <= 0 || !Character.isLetter(url.charAt(0))) {
      return "";
    }
    for (int i = 0; i < colon; i++) {
      char c = url.charAt(i);
      if (c > 127 || !Character.isLetterOrDigit(c) && "+-.".indexOf(c) < 0) {
        return "";
      }
    }
    return url.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** What stands behind {@code //}. */
  static String netloc(String url) {
    String scheme = scheme(url);
    String rest = scheme.isEmpty() ? url : url.substring(scheme.length() + 1);
    if (!rest.startsWith("//")) {
      return "";
    }
    int end = 2;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String netloc = rest.substring(2, end);
    if (netloc.contains("[") != netloc.contains("]")) {
      throw new PythonError("Invalid IPv6 URL");
    }
    return netloc;
  }

  static Object split(String given, String query) {
    String url = given.replace("\n", "").replace("\r", "").replace("\t", "").stripLeading();
    String scheme = scheme(url);
    String netloc = netloc(url);
    String rest = scheme.isEmpty() ? url : url.substring(scheme.length() + 1);
    rest = rest.startsWith("//") ? rest.substring(2 + netloc.length()) : rest;
    Map<String, Object> out = new LinkedHashMap<>();
    int hash = rest.indexOf('#');
    out.put("fragment", hash < 0 ? "" : rest.substring(hash + 1));
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int mark = rest.indexOf('?');
    int at = netloc.lastIndexOf('@');
    String host = netloc.substring(at + 1);
    out.put("hostname", hostname(host));
    out.put("netloc", netloc);
    int colon = at < 0 ? -1 : netloc.substring(0, at).indexOf(':');
    out.put("password", colon < 0 ? null : netloc.substring(colon + 1, at));
    out.put("path", mark < 0 ? rest : rest.substring(0, mark));
    out.put("port", port(host));
    out.put("query", mark < 0 ? "" : rest.substring(mark + 1));
    out.put("scheme", scheme);
    out.put("username", at < 0 ? null : netloc.substring(0, colon < 0 ? at : colon));
    if (query.isEmpty()) {
      return out;
    }
    if (!out.containsKey(query)) {
      throw new PythonError("urlsplit: unknown URL component: " + query);
    }
    return out.get(query);
  }

  private static String hostname(String host) {
    String name;
    if (host.startsWith("[")) {
      name = host.substring(1, host.indexOf(']'));
    } else {
      int colon = host.indexOf(':');
      name = colon < 0 ? host : host.substring(0, colon);
    }
    int zone = name.indexOf('%');
    String small = (zone < 0 ? name : name.substring(0, zone)).toLowerCase(Locale.ROOT);
    return name.isEmpty() ? null : small + (zone < 0 ? "" : name.substring(zone));
  }

  private static Object port(String host) {
    int colon = host.indexOf(':', Math.max(0, host.indexOf(']')));
    String port = colon < 0 ? "" : host.substring(colon + 1);
    if (port.isEmpty()) {
      return null;
    }
    for (int i = 0; i < port.length(); i++) {
      if (port.charAt(i) < '0' || port.charAt(i) > '9') {
        throw new PythonError("Port could not be cast to integer value as '" + port + "'");
      }
    }
    if (port.length() > 9 || Integer.parseInt(port) > 65535) {
      throw new PythonError("Port out of range 0-65535");
    }
    return Integer.valueOf(port);
  }
}
