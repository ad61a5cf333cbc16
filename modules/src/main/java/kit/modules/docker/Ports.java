package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/** Published ports as {@code ADDRESS:HOST:CONTAINER/PROTOCOL}, each its own. */
final class Ports {

  private static final String ALL = "0.0.0.0:";

  private Ports() {}

  static List<String> published(Node container) {
    List<String> ports = new ArrayList<>();
    for (Map.Entry<String, Node> port :
        container.at("HostConfig", "PortBindings").fields().entrySet()) {
      for (Node binding : port.getValue().items()) {
        ports.add(
            spelled(binding.at("HostIp").text(), binding.at("HostPort").text(), port.getKey()));
      }
    }
    return ports;
  }

  /** What arguments say: {@code 80}, {@code 8080:80}, {@code [::1]:53:53/udp}, ranges. */
  static List<String> given(List<String> arguments) {
    List<String> ports = new ArrayList<>();
    arguments.forEach(each -> add(each, ports));
    return ports;
  }

  private static void add(String text, List<String> ports) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
    String rest = slash < 0 ? text : text.substring(0, slash);
    String address = "";
    if (rest.startsWith("[") && rest.indexOf("]:") > 0) {
      address = rest.substring(1, rest.indexOf(']'));
      rest = rest.substring(rest.indexOf(']') + 2);
    }
    String[] parts = rest.split(":", -1);
    if (parts.length == 3 && address.isEmpty()) {
      address = parts[0];
      parts = new String[] {parts[1], parts[2]};
    }
    int[] inside = range(text, parts[parts.length - 1]);
    boolean free = parts.length == 1 || parts[0].isEmpty();
    int[] outside = free ? inside : range(text, parts[0]);
    boolean known = List.of("tcp", "udp", "sctp").contains(protocol);
    if (parts.length > 2 || !known || outside[1] - outside[0] != inside[1] - inside[0]) {
      throw wrong(text);
    }
    for (int i = 0; i <= inside[1] - inside[0]; i++) {
      String host = free ? "" : String.valueOf(outside[0] + i);
      ports.add(spelled(address, host, inside[0] + i + "/" + protocol));
    }
  }

  private static int[] range(String text, String part) {
    int dash = part.indexOf('-');
    int first = port(text, dash < 0 ? part : part.substring(0, dash));
    int last = dash < 0 ? first : port(text, part.substring(dash + 1));
    return new int[] {first, last};
  }

  private static int port(String text, String digits) {
    boolean number =
        !digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(Character::isDigit);
    int port = number ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65535) {
      throw wrong(text);
    }
    return port;
  }

  private static PlanException wrong(String text) {
    return new PlanException(
        "'" + text + "' is no port to publish", "8080:80, 127.0.0.1:8080:80, 53:53/udp");
  }

  private static String spelled(String address, String host, String port) {
    String at = address.contains(":") ? "[" + address + "]" : address;
    return (at.isEmpty() ? "" : at + ":")
        + (host.isEmpty() && at.isEmpty() ? "" : host + ":")
        + port;
  }

  /** Where no address is said, those of IPv4 alone will do, which Ansible publishes on. */
  static List<String> as(List<String> given, List<String> there) {
    return given.stream()
        .map(each -> !there.contains(each) && there.contains(ALL + each) ? ALL + each : each)
        .toList();
  }

  /** {@code 80/tcp} for {@code 80}; ranges port by port. */
  static List<String> exposed(List<String> arguments) {
    List<String> ports = new ArrayList<>();
    for (String text : arguments) {
      int slash = text.indexOf('/');
      int[] range = range(text, slash < 0 ? text : text.substring(0, slash));
      for (int port = range[0]; port <= range[1]; port++) {
        ports.add(port + (slash < 0 ? "/tcp" : text.substring(slash)));
      }
    }
    return ports;
  }
}
