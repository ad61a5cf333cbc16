package kit.cli.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * What the environment and the project's {@code kit.yml} say where the command line says nothing.
 */
public final class Config {

  /** Nothing is said. */
  static final Config NONE = new Config(Path.of("kit.yml"), Map.of(), Map.of());

  /** Names and what they want, in the order of the manual. */
  static final List<String> NAMES =
      List.of(
          "inventory",
          "roles_path",
          "vault_password_file",
          "forks",
          "become",
          "become_user",
          "user",
          "private_key",
          "timeout");

  private final Path file;
  private final Map<String, Object> values;
  private final Map<String, String> environment;

  /**
   * @param file where the values come from; paths among them are seen from its directory
   * @param values by name
   */
  Config(Path file, Map<String, Object> values, Map<String, String> environment) {
    this.file = file;
    this.values = values;
    this.environment = environment;
  }

  public List<String> inventory() {
    List<String> sources = new ArrayList<>();
    for (String each : texts("inventory")) {
      boolean list = each.indexOf(',') >= 0;
      sources.add(list || said("inventory") ? each : folder().resolve(each).toString());
    }
    return sources;
  }

  public List<Path> rolesPath() {
    List<Path> paths = new ArrayList<>();
    for (String each : texts("roles_path")) {
      for (String one : each.split(":")) {
        if (!one.isEmpty()) {
          paths.add(said("roles_path") ? Path.of(one) : folder().resolve(home(one)));
        }
      }
    }
    return paths;
  }

  /** The file or program that tells the password of vaults. */
  public Optional<Path> vaultPasswordFile() {
    return path("vault_password_file");
  }

  public Optional<Path> privateKey() {
    return path("private_key");
  }

  public String user() {
    return text("user");
  }

  public String becomeUser() {
    return text("become_user");
  }

  public boolean become() {
    Object value = value("become");
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    return switch (value.toString()) {
      case "true", "yes", "1", "on" -> true;
      case "false", "no", "0", "off", "" -> false;
      default -> throw wrong("become", "true or false");
    };
  }

  /** A number from 1. */
  public int number(String name, int otherwise) {
    Object value = value(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.toString());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw wrong(name, "a whole number from 1");
  }

  private Optional<Path> path(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(said(name) ? Path.of(text) : folder().resolve(home(text)));
  }

  private static Path home(String text) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), text.substring(2))
        : Path.of(text);
  }

  private String text(String name) {
    Object value = value(name);
    if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
      throw wrong(name, "one text");
    }
    return value == null ? "" : value.toString();
  }

  private List<String> texts(String name) {
    Object value = value(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof Map<?, ?>) {
      throw wrong(name, "a text or a list of them");
    }
    if (value instanceof Collection<?> items) {
      items.forEach(item -> texts.add(String.valueOf(item)));
    } else if (value != null && !value.toString().isEmpty()) {
      texts.add(value.toString());
    }
    return texts;
  }

  private Object value(String name) {
    return said(name) ? environment.get(variable(name)) : values.get(name);
  }

  /** Whether the environment says it. */
  private boolean said(String name) {
    return !environment.getOrDefault(variable(name), "").isEmpty();
  }

  private static String variable(String name) {
    return "KIT_" + name.toUpperCase(java.util.Locale.ROOT);
  }

  private Path folder() {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }

  private KitException wrong(String name, String wanted) {
    String at = said(name) ? "$" + variable(name) : file.toString();
    return new KitException(
        new Problem(
            new Location(at, 0, 0), "'" + name + "' wants " + wanted, "see docs/config.md"));
  }
}
