package kit.inventories.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.query.JsonValue;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * The machines in a state file of Terraform, or in its outputs.
 *
 * <p>Reads a state of version 4 or what {@code terraform output -json} prints; Terraform is not
 * run. Machines are called by the name of their resource and are in the group of their type and,
 * where a resource has several, of that name; their attributes are the variable {@code terraform},
 * without what is sensitive.
 *
 * <pre>{@code
 * terraform(path: 'terraform.tfstate') {
 *   groupBy { it.terraform.tags?.Environment }
 * }
 * }</pre>
 *
 * @param path of the file; terraform.tfstate if it is not given
 * @param output name of the output that has the hosts: a list of names, a map of names and
 *     addresses, or one of names and variables
 */
public record Terraform(Optional<String> path, Optional<String> output) implements InventorySource {

  @Override
  public Found find(Search search) {
    Path file = search.folder().resolve(path.orElse("terraform.tfstate"));
    Map<?, ?> document = read(file);
    List<String> warnings = new ArrayList<>();
    List<FoundHost> hosts =
        document.containsKey("resources") || document.containsKey("lineage")
            ? new State(document, file).hosts(warnings)
            : new Outputs(document, file).hosts(output);
    Set<String> names = new HashSet<>();
    for (FoundHost host : hosts) {
      if (!names.add(host.name())) {
        throw new SourceFailure(
            "two machines in " + file + " are called '" + host.name() + "'",
            "give one of the resources another name");
      }
    }
    return new Found(hosts, warnings);
  }

  private static Map<?, ?> read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new SourceFailure(
          file + " cannot be read",
          "terraform state pull > FILE, or terraform output -json > FILE");
    }
    if (JsonValue.of(text).orElse(null) instanceof Map<?, ?> map) {
      return map;
    }
    throw notOne(file);
  }

  static SourceFailure notOne(Path file) {
    return new SourceFailure(
        file + " is neither a state of Terraform, version 4, nor its outputs",
        "terraform state pull > FILE, or terraform output -json > FILE");
  }
}
