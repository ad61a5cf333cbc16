package kit.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.Plugin;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * A source whose answer is a file: a line is a host, its group, and one variable.
 *
 * <pre>{@code
 * plugin: sample
 * file: answer
 * }</pre>
 *
 * @param file the file, from the configuration's folder
 * @param token what would open it
 */
@Plugin("an.old.name")
public record Sample(String file, Optional<String> token) implements InventorySource {

  @Override
  public Found find(Search search) {
    Path path = search.folder().resolve(file);
    List<FoundHost> hosts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path)) {
        String[] words = line.split("\\|", -1);
        Map<String, Object> vars = new LinkedHashMap<>();
        vars.put("tags", Map.of("role", words[2]));
        vars.put("zone", search.environment().apply("SAMPLE_ZONE"));
        vars.put("token", token.orElse("none"));
        hosts.add(new FoundHost(words[0], List.of(words[1]), vars));
      }
    } catch (IOException e) {
      throw new SourceFailure("the sample cannot be reached: " + path.getFileName(), "start it");
    }
    return new Found(hosts, List.of());
  }
}
