package kit.modules.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/**
 * Words of a rule as users give them. A server that finds a word it does not know keeps its old
 * rules, says so in its log only, and does not start again: so they are refused here.
 */
final class HbaWords {

  static final List<String> METHODS =
      List.of(
          "trust",
          "reject",
          "scram-sha-256",
          "md5",
          "password",
          "gss",
          "sspi",
          "ident",
          "peer",
          "ldap",
          "radius",
          "cert",
          "pam",
          "bsd",
          "oauth");

  private static final List<String> KEPT =
      List.of("contype", "databases", "users", "address", "method", "options");

  /** What a field of a map may be called, and what it is. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "contype", "contype",
          "databases", "databases",
          "users", "users",
          "address", "address",
          "source", "address",
          "src", "address",
          "method", "method",
          "options", "options",
          "methodOptions", "options");

  private HbaWords() {}

  /** A line as the file has it, or a map, as Ansible takes it. */
  static HbaRule rule(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      return HbaRule.of(String.valueOf(given))
          .orElseThrow(
              () ->
                  new PlanException(
                      "'" + given + "' is no rule", "host all all 10.0.0.0/8 scram-sha-256"));
    }
    Map<String, String> fields = new HashMap<>();
    map.forEach(
        (name, value) -> {
          String field = FIELDS.get(String.valueOf(name));
          if (field == null) {
            throw new PlanException("a rule has no '" + name + "'", String.join(", ", KEPT));
          }
          fields.put(field, String.valueOf(value));
        });
    return rule(
        fields.getOrDefault("contype", "host"),
        fields.getOrDefault("databases", "all"),
        fields.getOrDefault("users", "all"),
        fields.getOrDefault("address", "samehost"),
        fields.getOrDefault("method", "scram-sha-256"),
        fields.getOrDefault("options", ""));
  }

  static HbaRule rule(
      String contype, String databases, String users, String address, String method, String more) {
    return new HbaRule(
        contype,
        names("databases", databases),
        names("users", users),
        contype.equals("local") ? "" : address,
        method,
        more);
  }

  /** Names with commas between them, in quotes where they need them. */
  static String names(String argument, String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      quoted ^= c == '"';
      if (c == ',' && (!quoted || i == text.length())) {
        names.add(named(argument, name.toString().strip()));
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    return String.join(",", names);
  }

  private static String named(String argument, String name) {
    if (name.isEmpty() || name.startsWith("\"") && (name.length() < 3 || !name.endsWith("\""))) {
      throw new PlanException(argument + " has a name that is none: " + name, "'shop,blog'");
    }
    boolean plain = name.chars().noneMatch(c -> c <= ' ' || c == '#' || c == '"');
    return plain || name.startsWith("\"") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A rule that a server takes, as far as that can be told. */
  static HbaRule checked(HbaRule rule) {
    if (!METHODS.contains(rule.method())) {
      throw new PlanException(
          "'" + rule.method() + "' is no method of pg_hba.conf", String.join(", ", METHODS));
    }
    if (!rule.contype().equals("local")) {
      address(rule.address());
    } else if (List.of("gss", "sspi", "ident", "cert").contains(rule.method())) {
      throw new PlanException(rule.method() + " does not go with contype local", "peer, ...");
    }
    return rule;
  }

  private static void address(String address) {
    String[] parts = address.split("[/ ]", 2);
    boolean four = !parts[0].isEmpty() && parts[0].chars().allMatch(c -> c == '.' || digit(c));
    boolean number = four || parts[0].indexOf(':') >= 0;
    boolean network = parts.length == 2 && !parts[1].isBlank();
    if (parts[0].isEmpty() || number != network) {
      throw new PlanException(
          "'" + address + "' is no address of pg_hba.conf",
          number ? "write " + address + (four ? "/32" : "/128") : "10.0.0.0/8, all, samenet");
    }
    boolean slash = network && address.charAt(parts[0].length()) == '/';
    if (slash
        && (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > (four ? 32 : 128))) {
      throw new PlanException("'" + address + "' is no network", "10.0.0.0/8");
    }
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
