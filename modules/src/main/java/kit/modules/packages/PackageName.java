package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import kit.spi.PlanException;

/**
 * A package as a playbook names it: {@code nginx}, {@code nginx=1.22*}, {@code libc6:i386}, {@code
 * php8*}.
 *
 * @param name the name, perhaps with an architecture, perhaps a glob
 * @param version a version or a glob for versions; empty for any
 */
record PackageName(String name, String version) {

  static PackageName of(String text) {
    String trimmed = text.strip();
    int equals = trimmed.indexOf('=');
    String name = equals < 0 ? trimmed : trimmed.substring(0, equals);
    String version = equals < 0 ? "" : trimmed.substring(equals + 1);
    if (name.endsWith(">") || name.endsWith("<")) {
      throw new PlanException(
          "'" + text + "': apt compares no versions", "name one, 'nginx=1.22*', or any, 'nginx'");
    }
    if (name.isEmpty()
        || !plain(name, "+-.:*?[]")
        || !plain(version, "+-.:~*?[]")
        || equals > 0 && version.isEmpty()) {
      throw new PlanException("'" + text + "' is no package", "write 'nginx' or 'nginx=1.22*'");
    }
    return new PackageName(name, version);
  }

  /** Reads a list whose texts may hold several names with commas between them. */
  static List<PackageName> all(List<String> texts) {
    List<PackageName> names = new ArrayList<>();
    for (String text : texts) {
      for (String one : text.split(",")) {
        names.add(of(one));
      }
    }
    return names;
  }

  /** Whether it stands for all packages that match. */
  boolean glob() {
    return hasGlob(name);
  }

  boolean accepts(String installed) {
    return version.isEmpty() || Glob.matches(version, installed);
  }

  /** As apt-get takes it. */
  @Override
  public String toString() {
    return version.isEmpty() ? name : name + "=" + version;
  }

  static boolean hasGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
  }

  private static boolean plain(String text, String signs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && (signs.indexOf(c) < 0 || i == 0 && c == '-')) {
        return false;
      }
    }
    return true;
  }
}
