package kit.share;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/**
 * The roles that a project says it wants: {@code kit.roles.yml}, or Ansible's requirements.yml.
 *
 * @param roles in the order written
 * @param repositories further Maven repositories, as URLs
 */
public record RoleList(List<RoleRequest> roles, List<String> repositories) {

  /** The file of a project. */
  public static final String FILE = "kit.roles.yml";

  private static final List<String> FILES =
      List.of(FILE, "requirements.yml", "roles/requirements.yml");

  private static final Set<String> KNOWN =
      Set.of("name", "src", "version", "scm", "git", "ref", "dir", "archive", "maven", "role");

  /** The list of a project, if it has one. */
  public static Optional<Path> find(Path project) {
    for (String name : FILES) {
      if (Files.isRegularFile(project.resolve(name))) {
        return Optional.of(project.resolve(name));
      }
    }
    return Optional.empty();
  }

  /**
   * @throws KitException with everything that is wrong
   */
  public static RoleList read(Path file, Vault vault) {
    Object root = DataFile.read(file, file.toString(), vault).root();
    Location where = new Location(file.toString(), 0, 0);
    Object listed = root;
    List<String> repositories = new ArrayList<>();
    if (root instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        if (!List.of("roles", "repositories", "collections").contains(key)) {
          String hint =
              Suggestion.hint(
                  String.valueOf(key), List.of("roles", "repositories"), "roles, repositories");
          throw new KitException(new Problem(where, "'" + key + "' is not known here", hint));
        }
      }
      listed = map.get("roles");
      if (map.get("repositories") instanceof Collection<?> urls) {
        urls.forEach(url -> repositories.add(String.valueOf(url)));
      }
    }
    if (listed != null && !(listed instanceof Collection<?>)) {
      throw new KitException(new Problem(where, "'roles' wants a list", "- src: group:artifact:1"));
    }
    List<RoleRequest> roles = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    SourceText text = new SourceText(folder(file), where);
    for (Object each : listed == null ? List.of() : (Collection<?>) listed) {
      try {
        roles.add(each instanceof Map<?, ?> map ? request(map, text, where) : of(each, text));
      } catch (KitException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
    return new RoleList(List.copyOf(roles), List.copyOf(repositories));
  }

  private static RoleRequest of(Object written, SourceText text) {
    RoleSource source = text.read(String.valueOf(written));
    return new RoleRequest(text.name(source.name()), source);
  }

  private static RoleRequest request(Map<?, ?> written, SourceText text, Location where) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : written.entrySet()) {
      String key = String.valueOf(each.getKey());
      if (!KNOWN.contains(key)) {
        String hint = Suggestion.hint(key, KNOWN, "name, git and ref, maven, dir or archive");
        throw new KitException(new Problem(where, "a role has no '" + key + "'", hint));
      }
      said.put(key, String.valueOf(each.getValue()));
    }
    String src = said.getOrDefault("src", said.getOrDefault("role", ""));
    String version = said.getOrDefault("version", said.getOrDefault("ref", ""));
    String git = said.getOrDefault("git", "");
    if (git.isEmpty() && (said.getOrDefault("scm", "").equals("git") || src.startsWith("git+"))) {
      git = src.startsWith("git+") ? src.substring(4) : src;
    }
    RoleSource source;
    if (!git.isEmpty()) {
      source = text.git(git, version);
    } else {
      String plain = src;
      for (String kind : List.of("maven", "dir", "archive")) {
        plain = said.getOrDefault(kind, plain);
      }
      source = text.read(plain);
      if (source instanceof RoleSource.Git repository && repository.ref().isEmpty()) {
        source = text.git(repository.url(), version);
      }
    }
    return new RoleRequest(text.name(said.getOrDefault("name", source.name())), source);
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }
}
