package kit.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.catalog.ModuleCatalog;
import kit.catalog.ModuleType;
import kit.model.HostSession;
import kit.model.Invocation;
import kit.model.Location;
import kit.model.Options;
import kit.report.Visible;
import kit.spi.Result;
import kit.spi.Sh;

/** Paths on a host, as they are written between quotes. */
final class RemotePaths {

  private final ModuleType shell;

  private RemotePaths(ModuleType shell) {
    this.shell = shell;
  }

  /** Asks by {@code shell}, which these modules have. */
  static RemotePaths by(ModuleCatalog catalog) {
    return new RemotePaths(catalog.find("shell").orElseThrow());
  }

  /** Asks for what is in the folder of a path that is being typed. */
  Result ask(HostSession host, String typed) {
    Object line = "ls -1Ap -- " + Sh.quote(plain(folder(typed))) + " 2>/dev/null; true";
    return host.call(
        new Invocation(
            "shell",
            shell.bind(List.of(line), Map.of("readOnly", true), Location.NONE),
            Options.NONE,
            Location.NONE));
  }

  /** What the answer says. */
  static String listing(Map<String, Object> values) {
    return String.valueOf(values.getOrDefault("stdout", ""));
  }

  /** What may be typed, from what the question gave. */
  static List<String> of(String listing, String typed, String quote) {
    List<String> paths = new ArrayList<>();
    for (String name : listing.split("\n")) {
      // a name with control characters would steer the terminal, and nobody means it
      if (!name.isEmpty() && Visible.line(name).equals(name)) {
        paths.add(folder(typed) + quoted(name, quote));
      }
    }
    return paths;
  }

  private static String folder(String typed) {
    return typed.substring(0, typed.lastIndexOf('/') + 1);
  }

  /** A name as it stands in a text. */
  static String quoted(String name, String quote) {
    String text = name.replace("\\", "\\\\").replace(quote, "\\" + quote);
    return quote.equals("\"") ? text.replace("$", "\\$") : text;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length();
      plain.append(text.charAt(escaped ? ++i : i));
    }
    return plain.toString();
  }
}
