package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is of a project.
 *
 * @param error why nothing is known; empty if all went well
 * @param invalid what Compose finds wrong with the definition; empty if nothing
 * @param plugin whether Compose is the plugin (version 2), not the program docker-compose
 * @param project its name
 * @param services by name, those that the profiles leave out not among them
 * @param all names of services, whatever the profiles; known only if asked for
 * @param hashes of the services' definitions, as they stand on containers
 * @param containers of the project
 * @param images ids by name and tag
 * @param networks names
 * @param volumes names
 */
record ComposeState(
    String error,
    String invalid,
    boolean plugin,
    String project,
    Map<String, ComposeService> services,
    Set<String> all,
    Map<String, String> hashes,
    List<ComposeContainer> containers,
    Map<String, String> images,
    List<String> networks,
    List<String> volumes) {

  static ComposeState failed(String error) {
    return new ComposeState(
        error, "", false, "", Map.of(), Set.of(), Map.of(), List.of(), Map.of(), List.of(),
        List.of());
  }

  /** Reads the sections that the question prints, each after a line with an at sign. */
  static ComposeState read(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    String tool = "";
    String project = "";
    for (String line : text.split("\n")) {
      if (line.startsWith("@tool ")) {
        tool = line.substring(6);
      } else if (line.startsWith("@project ")) {
        project = line.substring(9);
      } else if (line.startsWith("@")) {
        section = sections.computeIfAbsent(line.substring(1), name -> new ArrayList<>());
      } else if (!line.isEmpty()) {
        section.add(line);
      }
    }
    String invalid =
        sections.containsKey("nodirectory")
            ? "there is no such directory"
            : String.join("\n", sections.getOrDefault("invalid", List.of()));
    Map<String, String> hashes = pairs(sections.get("hashes"));
    Map<String, ComposeService> services =
        new LinkedHashMap<>(
            ComposeService.read(String.join("\n", sections.getOrDefault("config", List.of()))));
    Set<String> all = new LinkedHashSet<>(sections.getOrDefault("all", List.of()));
    all.addAll(services.keySet());
    services.keySet().retainAll(hashes.keySet());
    String containers = String.join("\n", sections.getOrDefault("containers", List.of()));
    return new ComposeState(
        "",
        sections.containsKey("invalid") || sections.containsKey("nodirectory") ? invalid : "",
        tool.equals("plugin"),
        project,
        services,
        all,
        hashes,
        ComposeContainer.read(containers),
        pairs(sections.get("images")),
        sections.getOrDefault("networks", List.of()),
        sections.getOrDefault("volumes", List.of()));
  }

  private static Map<String, String> pairs(List<String> lines) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : lines == null ? List.<String>of() : lines) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        pairs.put(line.substring(0, blank), line.substring(blank + 1));
      }
    }
    return pairs;
  }

  boolean nothing() {
    return containers.isEmpty() && networks.isEmpty();
  }

  /** The same without anything that could be taken away. */
  ComposeState gone(boolean alsoVolumes) {
    return new ComposeState(
        "",
        invalid,
        plugin,
        project,
        services,
        all,
        hashes,
        List.of(),
        images,
        List.of(),
        alsoVolumes ? List.of() : volumes);
  }

  /** What a result tells of it. */
  Map<String, Object> values() {
    return values(project, containers);
  }

  static Map<String, Object> values(String project, List<ComposeContainer> containers) {
    List<Map<String, Object>> told = new ArrayList<>();
    containers.stream().filter(each -> !each.oneOff()).forEach(each -> told.add(each.values()));
    return Map.of("project", project, "containers", told);
  }
}
