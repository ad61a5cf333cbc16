package kit.modules.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kit.spi.Host;

/**
 * The containers whose namespaces a container shares: what is said by name the engine keeps by id.
 *
 * @param ids of those that are there, by name
 */
record Joined(Map<String, String> ids) {

  private static final String PREFIX = "container:";

  static List<Inspect> questions(DockerContainer call, Engine engine) {
    return Stream.of(call.networkMode(), call.pidMode(), call.ipcMode())
        .flatMap(Optional::stream)
        .filter(mode -> mode.startsWith(PREFIX) && Names.good(mode.substring(PREFIX.length())))
        .map(mode -> mode.substring(PREFIX.length()))
        .distinct()
        .map(name -> new Inspect(engine, Inspect.Type.CONTAINER, name))
        .toList();
  }

  static Joined of(Host host, List<Inspect> questions) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Inspect question : questions) {
      Node it = host.ask(question).it();
      if (it.there()) {
        ids.put(question.name(), it.at("Id").text());
      }
    }
    return new Joined(ids);
  }

  /** As the engine tells it. */
  String told(String mode) {
    String name = mode.startsWith(PREFIX) ? mode.substring(PREFIX.length()) : "";
    return ids.containsKey(name) ? PREFIX + ids.get(name) : mode;
  }
}
