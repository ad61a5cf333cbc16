package kit.inventory;

import java.util.List;
import kit.data.PythonLiteral;
import kit.data.Setting;
import kit.data.ShellWords;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** One line of hosts: a name or range, a port, variables. */
final class IniHostLine {
  private final String line;
  private final Location at;

  IniHostLine(String line, Location at) {
    this.line = line;
    this.at = at;
  }

  void into(InventoryBuilder builder, String group) {
    List<String> words;
    try {
      words = ShellWords.split(line, true);
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage(), "close it on this line", 0);
    }
    if (words.get(0).equals("---")) {
      throw problem(
          "'---' begins a YAML file, not an INI one", "give the file the extension .yml", 0);
    }
    HostAddress address = HostAddress.parse(words.get(0));
    List<String> hosts;
    try {
      hosts = HostRange.expand(address.host());
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage(), "write for example web[01:10]", 0);
    }
    if (words.get(0).endsWith(":")) {
      throw problem(
          "'" + words.get(0) + "' ends in a colon", "write host:port, or only the host", 0);
    }
    for (String host : hosts) {
      builder.addHost(host, group, address.port(), at);
      for (String word : words.subList(1, words.size())) {
        variable(builder, host, word);
      }
    }
  }

  private void variable(InventoryBuilder builder, String host, String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    int offset = Math.max(0, line.indexOf(name, line.indexOf(' ') + 1));
    if (equals < 0) {
      throw problem(
          "'" + word + "' sets no variable", "write name=value, without blanks around =", offset);
    }
    Object value = PythonLiteral.of(word.substring(equals + 1));
    builder.setHostVar(host, name, new Setting(value, place(offset)));
  }

  private Location place(int offset) {
    return new Location(at.file(), at.line(), at.column() + offset);
  }

  private KitException problem(String message, String hint, int offset) {
    return new KitException(new Problem(place(offset), message, hint));
  }
}
