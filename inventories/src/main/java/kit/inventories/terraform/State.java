package kit.inventories.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
          "openstack_compute_instance_v2",
          "alicloud_instance",
          "aws_lightsail_instance",
          "aws_spot_instance_request",
          "civo_instance",
          "exoscale_compute_instance",
          "google_compute_instance_from_template",
          "libvirt_domain",
          "oci_core_instance",
          "proxmox_vm_qemu",
          "vsphere_virtual_machine",
          "yandex_compute_instance");

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
          "network_interface/#/nat_ip_address",
          "network_interface/#/network_ip",
          "network_interface/#/ip_address",
          "network_interface/#/addresses/#",
          "default_ip_address",
          "default_ipv4_address",
          "private_ip",
          "private_ip_address",
          "ipv4_address_private");

  private static final Pattern SECRET =
      Pattern.compile("(?i)password|passwd|(^|_)pass$|secret|private_key|(^|_)token$");

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
    Set<String> others = new TreeSet<>();
    for (Map<?, ?> resource : maps(document.get("resources"))) {
      boolean managed = "managed".equals(resource.get("mode"));
      if (managed && !MACHINES.contains(resource.get("type"))) {
        others.add(String.valueOf(resource.get("type")));
      } else if (managed) {
        for (Map<?, ?> instance : maps(resource.get("instances"))) {
          if (!instance.containsKey("deposed")) {
            hosts.add(host(resource, instance, warnings));
          }
        }
      }
    }
    if (hosts.isEmpty()) {
      String seen = others.isEmpty() ? "nothing" : String.join(", ", others);
      warnings.add(file + " has no machine of a type that kit knows; it has " + seen);
    }
    return hosts;
  }

  private static FoundHost host(Map<?, ?> resource, Map<?, ?> instance, List<String> warnings) {
    String type = String.valueOf(resource.get("type"));
    String name = String.valueOf(resource.get("name"));
    Object module = resource.get("module");
    Object index = instance.get("index_key");
    String called =
        (module == null ? "" : path(module.toString()) + "_")
            + name
            + (index == null ? "" : "_" + index);
    called = Pattern.compile("[^\\p{L}\\p{N}._:%@+ -]").matcher(called).replaceAll("_");
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (instance.get("attributes") instanceof Map<?, ?> all) {
      open(all).forEach((key, value) -> attributes.put(key.toString(), value));
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

  /** {@code module.eu["a"].module.web[0]} is eu_a_web_0. */
  private static String path(String module) {
    return module
        .replaceAll("(^|\\.)module\\.", "$1")
        .replaceAll("\\[\"?([^\\]\"]*)\"?\\]", "_$1")
        .replace('.', '_');
  }

  /**
   * Without passwords: before 1.8 Terraform did not mark those that providers say are sensitive.
   */
  private static Map<?, ?> open(Map<?, ?> attributes) {
    Map<Object, Object> open = new LinkedHashMap<>();
    attributes.forEach(
        (key, value) -> {
          if (!SECRET.matcher(String.valueOf(key)).find()) {
            open.put(key, opened(value));
          }
        });
    return open;
  }

  private static Object opened(Object value) {
    if (value instanceof Map<?, ?> map) {
      return open(map);
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(opened(each)));
      return all;
    }
    return value;
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
