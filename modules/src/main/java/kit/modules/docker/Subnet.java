package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/**
 * A range of addresses of a network.
 *
 * @param subnet with its prefix
 * @param gateway empty for any
 * @param ipRange part of it that containers get addresses from; empty for any
 * @param aux addresses that are kept free, by name
 */
record Subnet(String subnet, String gateway, String ipRange, Map<String, String> aux) {

  private static final List<String> KNOWN = List.of("subnet", "gateway", "ipRange", "auxAddresses");

  static List<Subnet> given(List<Map<String, Object>> arguments) {
    List<Subnet> all = new ArrayList<>();
    for (Map<String, Object> argument : arguments) {
      Map<String, Object> each = Fields.of("ipamConfig", argument, KNOWN);
      Map<String, String> aux = new LinkedHashMap<>();
      if (each.get("auxAddresses") instanceof Map<?, ?> map) {
        map.forEach((name, address) -> aux.put(String.valueOf(name), String.valueOf(address)));
      }
      Subnet subnet =
          new Subnet(text(each, "subnet"), text(each, "gateway"), text(each, "ipRange"), aux);
      boolean good = subnet.subnet.contains("/");
      for (String part : new String[] {subnet.subnet, subnet.gateway, subnet.ipRange}) {
        good &= Attachment.address(part.replace("/", ""));
      }
      if (!good) {
        throw new PlanException(
            "'" + subnet.subnet + "' is no subnet", "ipamConfig: [[subnet: '172.30.0.0/24']]");
      }
      all.add(subnet);
    }
    return all;
  }

  private static String text(Map<String, Object> map, String field) {
    Object value = map.get(field);
    return value == null ? "" : value.toString();
  }

  static List<Subnet> read(Node network) {
    List<Subnet> all = new ArrayList<>();
    for (Node each : network.at("IPAM", "Config").items()) {
      Map<String, String> aux = new LinkedHashMap<>();
      each.at("AuxiliaryAddresses").fields().forEach((name, node) -> aux.put(name, node.text()));
      all.add(
          new Subnet(
              each.at("Subnet").text(), each.at("Gateway").text(), each.at("IPRange").text(), aux));
    }
    return all;
  }

  /** As arguments say it. */
  Map<String, Object> argument() {
    return Map.of("subnet", subnet, "gateway", gateway, "ipRange", ipRange, "auxAddresses", aux);
  }

  /** Tells how the given ones differ from those that are there, which may say more. */
  static void compare(Lines lines, List<Subnet> there, List<Subnet> given) {
    if (given.isEmpty()) {
      return;
    }
    List<Subnet> open = new ArrayList<>(there);
    for (Subnet each : given) {
      Subnet was =
          there.stream().filter(one -> one.subnet.equals(each.subnet)).findFirst().orElse(null);
      open.remove(was);
      boolean met =
          was != null
              && (each.gateway.isEmpty() || each.gateway.equals(was.gateway))
              && (each.ipRange.isEmpty() || each.ipRange.equals(was.ipRange))
              && (each.aux.isEmpty() || each.aux.equals(was.aux));
      if (!met) {
        lines.add("subnet", was == null ? "" : was.told(), each.told());
      }
    }
    open.forEach(each -> lines.add("subnet", each.told(), ""));
  }

  /** As a difference shows it. */
  String told() {
    return subnet
        + (gateway.isEmpty() ? "" : " gateway " + gateway)
        + (ipRange.isEmpty() ? "" : " range " + ipRange)
        + (aux.isEmpty() ? "" : " aux " + aux);
  }

  /** The words for docker network create. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of("--subnet", subnet));
    if (!gateway.isEmpty()) {
      words.addAll(List.of("--gateway", gateway));
    }
    if (!ipRange.isEmpty()) {
      words.addAll(List.of("--ip-range", ipRange));
    }
    aux.forEach((name, address) -> words.addAll(List.of("--aux-address", name + "=" + address)));
    return words;
  }
}
