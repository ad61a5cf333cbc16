package kit.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * Reads what {@code meta} says. The words are Ansible's: {@code dependencies}, {@code
 * allow_duplicates}, {@code galaxy_info}, {@code argument_specs}; {@code params} is kit's own.
 */
final class MetaReader {

  private static final Set<String> KNOWN =
      Set.of("type", "required", "default", "choices", "description", "elements", "options");

  private final Location where;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param file the file, for messages
   */
  MetaReader(String file) {
    this.where = new Location(file, 0, 0);
  }

  /**
   * @param meta what {@code meta/main} holds
   * @param specs what {@code meta/argument_specs} holds; empty if there is none
   * @throws KitException with everything that is wrong
   */
  RoleMeta read(Map<?, ?> meta, Map<?, ?> specs) {
    Map<?, ?> galaxy = map(meta.get("galaxy_info"), "galaxy_info");
    Map<?, ?> entries = map(specs.get("argument_specs"), "argument_specs");
    if (entries.isEmpty()) {
      entries = map(meta.get("argument_specs"), "argument_specs");
    }
    Map<?, ?> main = map(entries.get("main"), "main");
    boolean own = meta.containsKey("params");
    List<RoleParameter> parameters =
        own
            ? parameters(map(meta.get("params"), "params"), true)
            : parameters(map(main.get("options"), "options"), false);
    Object description = meta.get("description");
    if (description == null) {
      description = galaxy.get("description");
    }
    if (description == null) {
      description = main.get("short_description");
    }
    Object repeats = meta.get("allow_duplicates");
    if (repeats == null) {
      repeats = meta.get("allowDuplicates");
    }
    RoleMeta read =
        new RoleMeta(
            description == null ? "" : description.toString().strip(),
            dependencies(meta.get("dependencies")),
            parameters,
            own,
            Boolean.TRUE.equals(repeats));
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
    return read;
  }

  private List<RoleDependency> dependencies(Object said) {
    List<RoleDependency> all = new ArrayList<>();
    if (said != null && !(said instanceof Collection<?>)) {
      wrong("'dependencies' wants a list of roles", "dependencies: [base]");
      return all;
    }
    for (Object each : said == null ? List.of() : (Collection<?>) said) {
      Map<String, Object> more = new LinkedHashMap<>();
      Object name = each;
      if (each instanceof Map<?, ?> map) {
        map.forEach((key, value) -> more.put(String.valueOf(key), value));
        Object role = more.remove("role");
        name = role == null ? more.remove("name") : role;
      }
      if (name instanceof String role && !role.isBlank()) {
        all.add(new RoleDependency(role, more));
      } else {
        wrong("a dependency needs the name of a role", "dependencies: [{role: base, port: 80}]");
      }
    }
    return all;
  }

  /**
   * @param own whether kit's meaning of {@code default} holds; in Ansible it is only told
   */
  private List<RoleParameter> parameters(Map<?, ?> said, boolean own) {
    List<RoleParameter> all = new ArrayList<>();
    for (Map.Entry<?, ?> each : said.entrySet()) {
      String name = String.valueOf(each.getKey());
      if (each.getValue() instanceof String type) {
        all.add(parameter(name, Map.of("type", type), own));
      } else {
        all.add(parameter(name, map(each.getValue(), name), own));
      }
    }
    return all;
  }

  private RoleParameter parameter(String name, Map<?, ?> said, boolean own) {
    for (Object key : said.keySet()) {
      if (own && !KNOWN.contains(String.valueOf(key))) {
        String hint = Suggestion.hint(String.valueOf(key), KNOWN, "type, required, default, ...");
        wrong("the parameter '" + name + "' has no '" + key + "'", hint);
      }
    }
    String word = String.valueOf(said.containsKey("type") ? said.get("type") : "raw");
    Optional<ParameterType> type = ParameterType.of(word);
    if (type.isEmpty()) {
      List<String> words = new ArrayList<>();
      for (ParameterType each : ParameterType.values()) {
        words.add(each.word());
      }
      String hint = Suggestion.hint(word, words, "there are " + String.join(", ", words));
      wrong("the parameter '" + name + "' cannot be of type '" + word + "'", hint);
    }
    List<Object> choices = new ArrayList<>();
    if (said.get("choices") instanceof Collection<?> items) {
      choices.addAll(items);
    }
    RoleParameter read =
        new RoleParameter(
            name,
            type.orElse(ParameterType.RAW),
            Boolean.TRUE.equals(said.get("required")),
            own ? Optional.ofNullable(said.get("default")) : Optional.empty(),
            choices,
            text(said.get("description")));
    String bad = read.otherwise().map(read::wrong).orElse("");
    if (!bad.isEmpty()) {
      wrong("the default of '" + name + "' does not fit: it " + bad, "");
    }
    return read;
  }

  private static String text(Object said) {
    if (said instanceof Collection<?> lines) {
      List<String> all = new ArrayList<>();
      lines.forEach(line -> all.add(String.valueOf(line)));
      return String.join(" ", all);
    }
    return said == null ? "" : said.toString().strip();
  }

  private Map<?, ?> map(Object said, String what) {
    if (said == null) {
      return Map.of();
    }
    if (said instanceof Map<?, ?> map) {
      return map;
    }
    wrong("'" + what + "' wants a map", what + ": {name: value}");
    return Map.of();
  }

  private void wrong(String message, String hint) {
    problems.add(new Problem(where, message, hint));
  }
}
