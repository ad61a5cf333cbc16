package kit.modules.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;
import kit.spi.Sh;

/** Environment of a container on its way through the client, which takes it from a file. */
final class Environment {

  /** Of a line in the client's file; it gives up at 65536. */
  private static final int LONGEST_LINE = 60_000;

  /** Of a variable with its name and end, as Linux has it. */
  private static final int LONGEST = 131_072;

  private Environment() {}

  /** What the client's file cannot say goes through its own environment, if it may. */
  static void check(String name, String value) {
    boolean good = !name.isEmpty() && name.charAt(0) != '#' && name.indexOf('=') < 0;
    for (int i = 0; i < name.length(); i++) {
      good &= name.charAt(i) > ' ';
    }
    if (!good || value.indexOf('\0') >= 0) {
      throw new PlanException("env has '" + name + "', which can be no variable", "");
    }
    if (beside(value) && !passes(name)) {
      throw new PlanException(
          "env " + name + " has several lines, which the client cannot pass under that name", "");
    }
    if (name.length() + 2 + value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new PlanException(
          "env " + name + " is longer than the system lets a variable be", "mount a file instead");
    }
  }

  /** Whether the client's file cannot have the value: it knows lines, and no long ones. */
  private static boolean beside(String value) {
    return value.indexOf('\n') >= 0
        || value.indexOf('\r') >= 0
        || value.length() > 10_000 && value.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE;
  }

  private static boolean passes(String name) {
    boolean plain = Character.isLetter(name.charAt(0)) || name.charAt(0) == '_';
    for (char c : name.toCharArray()) {
      plain &= c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
    return plain
        && !name.startsWith("DOCKER")
        && !name.startsWith("kit_")
        && !List.of("PATH", "HOME", "IFS", "LD_PRELOAD", "LD_LIBRARY_PATH").contains(name);
  }

  /** Lines for {@code --env-file}. */
  static String file(Map<String, String> env) {
    StringBuilder text = new StringBuilder();
    env.forEach(
        (name, value) -> {
          if (!beside(value)) {
            text.append(name).append('=').append(value).append('\n');
          }
        });
    return text.toString();
  }

  /** A piece of sh for values of several lines: the shell's own words, seen by nobody. */
  static String exports(Map<String, String> env) {
    StringBuilder text = new StringBuilder();
    env.forEach(
        (name, value) -> {
          if (beside(value)) {
            text.append("export ").append(name).append('=').append(Sh.quote(value)).append('\n');
          }
        });
    return text.toString();
  }

  /** The words that go with it. */
  static List<String> words(Map<String, String> env) {
    List<String> words = new ArrayList<>();
    env.forEach(
        (name, value) -> {
          if (beside(value)) {
            words.addAll(List.of("--env", name));
          }
        });
    return words;
  }

  static Map<String, String> read(Node config) {
    Map<String, String> env = new LinkedHashMap<>();
    for (String pair : config.at("Config", "Env").texts()) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        env.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return env;
  }
}
