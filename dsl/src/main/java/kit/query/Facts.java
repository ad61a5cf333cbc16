package kit.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What a host is: its system, hardware, addresses, disks. The answer is a tree of maps and lists of
 * String, Integer, Long and Boolean; every name is always there, with an empty value where the host
 * does not tell. {@code docs/facts.md} lists them.
 */
public record Facts() implements Query<Map<String, Object>> {

  public static final Facts ALL = new Facts();

  @Override
  public Probe<Map<String, Object>> probe(List<Query<Map<String, Object>>> batch) {
    return new Probe<>(script(), output -> Collections.nCopies(batch.size(), read(output.text())));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("facts", "*"));
  }

  /** The facts of a host that tells nothing: every name, with an empty value. */
  public static Map<String, Object> nothing() {
    return read("");
  }

  private static Map<String, Object> read(String text) {
    HostFiles host = new HostFiles(text);
    Map<String, Object> facts = new LinkedHashMap<>();
    SystemFacts.add(host, facts);
    HardwareFacts.add(host, facts);
    NetworkFacts.add(host, facts);
    return Collections.unmodifiableMap(facts);
  }

  private static String script() {
    try (InputStream script = Facts.class.getResourceAsStream("setup.sh")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
