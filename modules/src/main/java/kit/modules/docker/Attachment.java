package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/**
 * A container in a network.
 *
 * @param network name
 * @param ipv4 fixed address; empty for any
 * @param ipv6 fixed address; empty for any
 * @param aliases further names of the container in it
 */
record Attachment(String network, String ipv4, String ipv6, List<String> aliases) {

  private static final List<String> KNOWN =
      List.of("name", "ipv4Address", "ipv6Address", "aliases");

  /** Those that arguments say: names, or maps. */
  static List<Attachment> given(List<Object> arguments) {
    List<Attachment> all = new ArrayList<>();
    for (Object each : arguments) {
      if (each instanceof Map<?, ?> argument) {
        Map<String, Object> map = Fields.of("a network of a container", argument, KNOWN);
        List<String> aliases = new ArrayList<>();
        Object given = map.get("aliases");
        for (Object alias :
            given instanceof List<?> several
                ? several
                : given == null ? List.of() : List.of(given)) {
          aliases.add(String.valueOf(alias));
        }
        all.add(
            new Attachment(
                text(map, "name"), text(map, "ipv4Address"), text(map, "ipv6Address"), aliases));
      } else {
        all.add(new Attachment(String.valueOf(each), "", "", List.of()));
      }
    }
    for (Attachment each : all) {
      Names.check("a network", each.network);
      if (!address(each.ipv4) || !address(each.ipv6)) {
        throw new PlanException(
            "'" + each.ipv4 + each.ipv6 + "' is no address", "ipv4Address: '172.30.0.10'");
      }
      each.aliases.forEach(alias -> Names.check("a container in a network", alias));
    }
    return all;
  }

  private static String text(Map<?, ?> map, String field) {
    Object value = map.get(field);
    return value == null ? "" : value.toString();
  }

  static boolean address(String text) {
    return text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
  }

  /** Those of a container, by the network's name. */
  static Map<String, Attachment> read(Node container) {
    Map<String, Attachment> all = new LinkedHashMap<>();
    String id = container.at("Id").text();
    container
        .at("NetworkSettings", "Networks")
        .fields()
        .forEach(
            (name, node) -> {
              List<String> aliases = new ArrayList<>(node.at("Aliases").texts());
              aliases.removeIf(alias -> !alias.isEmpty() && id.startsWith(alias));
              Node config = node.at("IPAMConfig");
              all.put(
                  name,
                  new Attachment(
                      name,
                      config.at("IPv4Address").text(),
                      config.at("IPv6Address").text(),
                      aliases));
            });
    return all;
  }

  /** Whether a container that is so attached is as this says. */
  boolean met(Attachment now) {
    return now != null
        && (ipv4.isEmpty() || ipv4.equals(now.ipv4))
        && (ipv6.isEmpty() || ipv6.equals(now.ipv6))
        && now.aliases.containsAll(aliases);
  }

  /** The words for docker create and, with another word for names, docker network connect. */
  List<String> words(String alias) {
    List<String> words = new ArrayList<>();
    if (!ipv4.isEmpty()) {
      words.addAll(List.of("--ip", ipv4));
    }
    if (!ipv6.isEmpty()) {
      words.addAll(List.of("--ip6", ipv6));
    }
    aliases.forEach(each -> words.addAll(List.of(alias, each)));
    return words;
  }

  /** As a difference shows it. */
  String told() {
    String addresses = (ipv4 + " " + ipv6).strip();
    String names = aliases.isEmpty() ? "" : " as " + String.join(", ", aliases);
    return network + (addresses.isEmpty() ? "" : " " + addresses) + names;
  }
}
