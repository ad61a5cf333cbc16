package kit.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts about processors, memory, disks and what kind of machine it is. */
final class HardwareFacts {

  private static final Set<String> INTERNAL =
      Set.of(
          "proc",
          "sysfs",
          "devtmpfs",
          "devpts",
          "cgroup",
          "cgroup2",
          "mqueue",
          "debugfs",
          "tracefs",
          "securityfs",
          "pstore",
          "bpf",
          "configfs",
          "fusectl",
          "hugetlbfs",
          "autofs",
          "binfmt_misc",
          "ramfs",
          "rpc_pipefs",
          "nsfs",
          "efivarfs");

  private HardwareFacts() {}

  static void add(HostFiles host, Map<String, Object> facts) {
    facts.put("cpu", cpu(host.lines("/proc/cpuinfo")));
    List<String> memory = host.lines("/proc/meminfo");
    facts.put("memory", sizes(memory, "MemTotal", "MemFree", "MemAvailable"));
    facts.put("swap", sizes(memory, "SwapTotal", "SwapFree", ""));
    facts.put("mounts", mounts(host));
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("vendor", host.first("/sys/class/dmi/id/sys_vendor"));
    machine.put("product", host.first("/sys/class/dmi/id/product_name"));
    facts.put("machine", machine);
    facts.put("virtualization", virtualization(host, machine));
  }

  private static Map<String, Object> cpu(List<String> lines) {
    int count = 0;
    Set<String> sockets = new LinkedHashSet<>();
    for (String line : lines) {
      if (line.startsWith("processor")) {
        count++;
      } else if (line.startsWith("physical id")) {
        sockets.add(line);
      }
    }
    int cores = HostFiles.integer(HostFiles.value(lines, "cpu cores", ':'));
    Map<String, Object> cpu = new LinkedHashMap<>();
    cpu.put("count", count);
    cpu.put("sockets", Math.max(1, sockets.size()));
    cpu.put("cores", Math.max(1, cores));
    cpu.put("model", HostFiles.value(lines, "model name", ':'));
    return cpu;
  }

  /** Megabytes. */
  private static Map<String, Object> sizes(
      List<String> lines, String total, String free, String available) {
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("total", megabytes(lines, total));
    sizes.put("free", megabytes(lines, free));
    if (!available.isEmpty()) {
      sizes.put("available", megabytes(lines, available));
    }
    return sizes;
  }

  private static int megabytes(List<String> lines, String name) {
    return (int) (HostFiles.number(HostFiles.value(lines, name, ':')) / 1024);
  }

  private static List<Map<String, Object>> mounts(HostFiles host) {
    Map<String, String[]> space = new HashMap<>();
    for (String line : host.section("space")) {
      String[] words = HostFiles.words(line);
      if (words.length == 6 && words[5].startsWith("/")) {
        space.put(words[5], words);
      }
    }
    List<Map<String, Object>> mounts = new ArrayList<>();
    for (String line : host.lines("/proc/mounts")) {
      String[] words = HostFiles.words(line);
      if (words.length < 4 || INTERNAL.contains(words[2])) {
        continue;
      }
      String path = words[1].replace("\\040", " ").replace("\\011", "\t");
      String[] sizes = space.getOrDefault(path, new String[] {"", "", "", "", "", ""});
      Map<String, Object> mount = new LinkedHashMap<>();
      mount.put("path", path);
      mount.put("device", words[0]);
      mount.put("type", words[2]);
      mount.put("options", words[3]);
      mount.put("size", HostFiles.number(sizes[1]) * 1024);
      mount.put("used", HostFiles.number(sizes[2]) * 1024);
      mount.put("available", HostFiles.number(sizes[3]) * 1024);
      mounts.add(mount);
    }
    return mounts;
  }

  private static Map<String, Object> virtualization(HostFiles host, Map<String, Object> machine) {
    String type = container(host);
    boolean contained = !type.isEmpty();
    if (!contained) {
      type = machine(machine.get("vendor") + " " + machine.get("product"));
    }
    if (type.isEmpty() && HostFiles.value(host.section("shell"), "hypervisor", '=').equals("yes")) {
      type = "unknown";
    }
    Map<String, Object> virtualization = new LinkedHashMap<>();
    virtualization.put("type", type.isEmpty() ? "none" : type);
    virtualization.put("guest", !type.isEmpty());
    virtualization.put("container", contained);
    return virtualization;
  }

  private static String container(HostFiles host) {
    String marked = HostFiles.value(host.section("shell"), "container", '=');
    if (!marked.isEmpty()) {
      return marked;
    }
    if (!host.first("/run/systemd/container").isEmpty()) {
      return host.first("/run/systemd/container");
    }
    for (String line : host.lines("/proc/1/cgroup")) {
      for (String kind : List.of("docker", "lxc", "kubepods", "libpod")) {
        if (line.contains("/" + kind)) {
          return kind.equals("libpod") ? "podman" : kind;
        }
      }
    }
    return "";
  }

  private static String machine(String name) {
    if (name.contains("QEMU")
        || name.contains("KVM")
        || name.contains("Amazon EC2")
        || name.contains("Google")
        || name.contains("OpenStack")
        || name.contains("DigitalOcean")) {
      return "kvm";
    }
    if (name.contains("VMware")) {
      return "vmware";
    }
    if (name.contains("innotek") || name.contains("VirtualBox")) {
      return "virtualbox";
    }
    if (name.startsWith("Microsoft Corporation Virtual")) {
      return "hyperv";
    }
    return name.startsWith("Xen") ? "xen" : "";
  }
}
