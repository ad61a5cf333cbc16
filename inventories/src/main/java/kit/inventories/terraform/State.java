package kit.inventories.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.inventory.FoundHost;

/** The machines in a state file. */
final class State {
  /** Types whose instances are machines, of the providers that most use. */
  private static final List<String> MACHINES =
      List.of(
          "aws_instance",
          "digitalocean_droplet",
          "hcloud_server",
          "google_compute_instance",
          "azurerm_linux_virtual_machine",
          "linode_instance",
          "vultr_instance",
          "openstack_compute_instance_v2");

  /** Where they have their address, the public one first; {@code #} is the first of a list. */
  private static final List<String> ADDRESSES =
      List.of(
          "public_ip",
          "public_ip_address",
          "ipv4_address",
          "ip_address",
          "main_ip",
          "access_ip_v4",
          "network_interface/#/access_config/#/nat_ip",
          "network_interface/#/network_ip",
          "private_ip",
          "private_ip_address",
          "ipv4_address_private");

  private final Map<?, ?> document;
  private final Path file;

  State(Map<?, ?> document, Path file) {
    this.document = document;
    this.file = file;
  }

  List<FoundHost> hosts(List<String> warnings) {
    if (!(document.get("version") instanceof Number version) || version.intValue() != 4) {
      throw Terraform.notOne(file);
    }
    List<FoundHost> hosts = new ArrayList<>();
    for (Map<?, ?> resource : maps(document.get("resources"))) {
      if ("managed".equals(resource.get("mode")) && MACHINES.contains(resource.get("type"))) {
        for (Map<?, ?> instance : maps(resource.get("instances"))) {
          if (!instance.containsKey("deposed")) {
            hosts.add(host(resource, instance, warnings));
          }
        }
      }
    }
    return hosts;
  }

  private static FoundHost host(Map<?, ?> resource, Map<?, ?> instance, List<String> warnings) {
    String type = String.valueOf(resource.get("type"));
    String name = String.valueOf(resource.get("name"));
    Object module = resource.get("module");
    Object index = instance.get("index_key");
    String called =
        (module == null ? "" : module.toString().replace("module.", "").replace('.', '_') + "_")
            + name
            + (index == null ? "" : "_" + index);
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (instance.get("attributes") instanceof Map<?, ?> all) {
      all.forEach((key, value) -> attributes.put(key.toString(), value));
    }
    attributes.keySet().removeAll(sensitive(instance.get("sensitive_attributes")));
    Map<String, Object> vars = new LinkedHashMap<>();
    String address = address(attributes);
    if (address.isEmpty()) {
      warnings.add(type + "." + called + " has no address; is it running?");
    } else {
      vars.put("ansible_host", address);
    }
    vars.put("terraform", attributes);
    return new FoundHost(called, index == null ? List.of(type) : List.of(type, name), vars);
  }

  /** The attributes of which some part is sensitive. */
  private static List<String> sensitive(Object paths) {
    List<String> names = new ArrayList<>();
    if (paths instanceof List<?> list) {
      for (Object path : list) {
        List<Map<?, ?>> steps = maps(path);
        if (!steps.isEmpty()) {
          names.add(String.valueOf(steps.get(0).get("value")));
        }
      }
    }
    return names;
  }

  private static String address(Map<String, Object> attributes) {
    for (String path : ADDRESSES) {
      Object value = attributes;
      for (String step : path.split("/")) {
        if (step.equals("#")) {
          value = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
        } else {
          value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
      }
      if (value instanceof String text && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static List<Map<?, ?>> maps(Object value) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }
}
