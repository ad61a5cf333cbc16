package kit.inventories.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.SourceFailure;

/** What {@code terraform output -json} prints. */
final class Outputs {
  private final Map<?, ?> document;
  private final Path file;

  Outputs(Map<?, ?> document, Path file) {
    this.document = document;
    this.file = file;
  }

  List<FoundHost> hosts(Optional<String> wanted) {
    if (document.isEmpty()) {
      throw Terraform.notOne(file);
    }
    for (Object each : document.values()) {
      if (!(each instanceof Map<?, ?> map) || !map.containsKey("value")) {
        throw Terraform.notOne(file);
      }
    }
    String name =
        wanted.orElseThrow(
            () -> new SourceFailure(file + " has outputs: which one has the hosts?", known()));
    if (!(document.get(name) instanceof Map<?, ?> output)) {
      throw new SourceFailure(file + " has no output '" + name + "'", known());
    }
    if (Boolean.TRUE.equals(output.get("sensitive"))) {
      throw new SourceFailure(
          "the output '" + name + "' is sensitive", "hosts are shown: take an output that is not");
    }
    return hosts(name, output.get("value"));
  }

  private static List<FoundHost> hosts(String name, Object value) {
    List<FoundHost> hosts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> hosts.add(host(name, each, Map.of())));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((host, its) -> hosts.add(host(name, host, its)));
    } else {
      throw new SourceFailure(
          "the output '" + name + "' is neither a list nor a map",
          "value = aws_instance.web[*].public_dns");
    }
    return hosts;
  }

  private static FoundHost host(String group, Object name, Object its) {
    Map<String, Object> vars = new LinkedHashMap<>();
    if (its instanceof Map<?, ?> map) {
      map.forEach((key, value) -> vars.put(key.toString(), value));
    } else {
      vars.put("ansible_host", String.valueOf(its));
    }
    return new FoundHost(String.valueOf(name), List.of(group), vars);
  }

  private String known() {
    List<String> names = new ArrayList<>();
    document.keySet().forEach(key -> names.add(key.toString()));
    return "output: one of " + String.join(", ", names);
  }
}
