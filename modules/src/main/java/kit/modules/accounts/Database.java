package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Change;
import kit.spi.Output;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;

/** The account databases, read by getent or, where there is none, out of their files. */
enum Database {
  PASSWD("passwd"),
  GROUP("group");

  private final String file;

  Database(String file) {
    this.file = file;
  }

  /** Prints the entries of these keys; without getent, all entries. */
  String script(List<String> keys) {
    return "if command -v getent >/dev/null; then getent "
        + file
        + " "
        + Sh.quote(keys)
        + "; else cat /etc/"
        + file
        + "; fi\n";
  }

  /** Prints all entries. */
  String script() {
    return script(List.of());
  }

  Set<Resource> about(String name) {
    return Set.of(account(name), Resource.path("/etc/" + file));
  }

  /** A user or group: one may matter to any other, but is none of the others. */
  static Resource account(String name) {
    return new Resource("account", "of/" + name);
  }

  /** The change with what it touches: accounts, and in /etc the files that hold them. */
  static Change touched(Change change, String name) {
    return change.touches(account(name), Resource.path("/etc"));
  }

  /** The entries printed, as their fields, each at least so many. */
  static List<String[]> entries(Output output, int fields) {
    List<String[]> entries = new ArrayList<>();
    for (String line : output.text().split("\n")) {
      String[] entry = line.split(":", -1);
      if (entry.length >= fields) {
        entries.add(entry);
      }
    }
    return entries;
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Lets no name through that the host's tools would take for something else. */
  static String name(String what, String name) {
    boolean bad = name.isEmpty() || name.startsWith("-") || name.length() > 256;
    for (int i = 0; i < name.length() && !bad; i++) {
      char c = name.charAt(i);
      bad = c <= ' ' || c == ':' || c == ',' || c == '/' || c == 127;
    }
    if (bad) {
      throw new PlanException(
          "'" + name + "' cannot be the name of a " + what, "letters, digits, '_', '.', '-'");
    }
    return name;
  }
}
