package kit.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kit.model.KitException;
import kit.role.Roles;

/**
 * Puts roles into a project. What is fetched is looked at as files only; it takes its place at once
 * and whole, or not at all.
 */
public final class Installer {

  private final Path project;
  private final Path roles;
  private final LockFile lock;
  private final Supplier<MavenRoles> maven;
  private final Archives archives = new Archives(Limits.USUAL);

  /**
   * @param project where the lock file is
   * @param roles the directory of its roles
   * @param settings Maven's settings.xml
   * @param repositories URLs of further Maven repositories
   */
  public Installer(
      Path project, Path roles, LockFile lock, Path settings, List<String> repositories) {
    this.project = project;
    this.roles = roles;
    this.lock = lock;
    Path home = Path.of(System.getProperty("user.home"));
    this.maven = () -> new MavenRoles(new MavenSettings(settings, home), repositories);
  }

  /**
   * Installs a role.
   *
   * @param update whether to take what the source has now instead of what the lock file says
   * @param force whether a role that is there, and not from this source, is replaced
   * @return what was done, for the user
   */
  public String install(RoleRequest request, boolean update, boolean force) {
    String name = request.name();
    Optional<LockFile.Entry> locked =
        lock.entry(name).filter(each -> each.source().equals(written(request)));
    Path place = roles.resolve(name);
    try {
      boolean there = Files.exists(place);
      if (there && !force && lock.entry(name).isEmpty()) {
        throw new KitException(
            place + " is there already and is not in " + LockFile.FILE, "--force replaces it");
      }
      if (there && !update && locked.isPresent() && locked.get().sha256().equals(digest(place))) {
        return name + " is there: " + shown(locked.get());
      }
      Files.createDirectories(roles);
      Path scratch = Files.createTempDirectory(roles, ".kit-install");
      try {
        Optional<LockFile.Entry> wanted = update ? Optional.empty() : locked;
        LockFile.Entry got = fetch(request, wanted, scratch);
        replace(scratch.resolve("role"), place, scratch.resolve("old"));
        lock.put(name, got);
        return name + " installed: " + shown(got);
      } finally {
        Trees.delete(scratch);
      }
    } catch (IOException e) {
      throw new KitException("the role '" + name + "' cannot be installed: " + e.getMessage(), "");
    }
  }

  private LockFile.Entry fetch(RoleRequest request, Optional<LockFile.Entry> locked, Path scratch)
      throws IOException {
    Path unpacked = Files.createDirectory(scratch.resolve("unpacked"));
    String version = locked.map(LockFile.Entry::version).orElse("");
    RoleSource source = request.source();
    if (source instanceof RoleSource.Git git) {
      version = new GitRoles(archives).fetch(git, version, scratch, unpacked);
    } else if (source instanceof RoleSource.Maven coordinates) {
      MavenRoles.Fetched fetched = maven.get().fetch(coordinates, version);
      version = fetched.version();
      archives.unpack(fetched.file(), unpacked);
    } else if (source instanceof RoleSource.Archive archive) {
      archives.unpack(archive.path(), unpacked);
    } else if (source instanceof RoleSource.Directory directory) {
      copy(directory.path(), unpacked);
    }
    Path role = root(unpacked, request);
    String sha256 = digest(role);
    if (locked.isPresent() && !locked.get().sha256().equals(sha256)) {
      throw new KitException(
          "the role '" + request.name() + "' is not what " + LockFile.FILE + " says",
          "its source holds something else now; --update takes it");
    }
    Files.move(role, scratch.resolve("role"));
    return new LockFile.Entry(written(request), version, sha256);
  }

  private static void copy(Path from, Path into) throws IOException {
    try {
      Trees.copy(from, new Unpacking(into, Limits.USUAL, 0));
    } catch (ArchiveException e) {
      throw e.problem(from.toString());
    }
  }

  /** The role in what was fetched: the directory itself, or the only one in it. */
  private static Path root(Path unpacked, RoleRequest request) throws IOException {
    if (Roles.isRole(unpacked)) {
      return unpacked;
    }
    List<Path> inside;
    try (Stream<Path> list = Files.list(unpacked)) {
      inside = list.filter(each -> !each.endsWith("META-INF")).toList();
    }
    if (inside.size() == 1 && Roles.isRole(inside.get(0))) {
      return inside.get(0);
    }
    throw new KitException(
        "there is no role in " + request.source().text(),
        "a role has a directory tasks, handlers, defaults, ...");
  }

  private static void replace(Path fresh, Path place, Path old) throws IOException {
    if (Files.exists(place)) {
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(old)) {
        Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /** Paths are written as seen from the project, so that it can be moved. */
  private String written(RoleRequest request) {
    RoleSource source = request.source();
    Path path = null;
    if (source instanceof RoleSource.Directory directory) {
      path = directory.path();
    } else if (source instanceof RoleSource.Archive archive) {
      path = archive.path();
    }
    return path == null
        ? source.text()
        : project.toAbsolutePath().normalize().relativize(path.toAbsolutePath().normalize()) + "";
  }

  static String shown(LockFile.Entry entry) {
    String version = entry.version().isEmpty() ? "" : ", " + entry.version();
    return entry.source() + version + ", sha256 " + entry.sha256().substring(0, 12);
  }

  static String digest(Path role) throws IOException {
    return TreeDigest.of(role);
  }

  /** Takes a role away. */
  public void remove(String name) {
    Path place = roles.resolve(name);
    if (!Files.isDirectory(place) && lock.entry(name).isEmpty()) {
      throw new KitException("there is no role '" + name + "' in " + roles, "kit role list");
    }
    try {
      Trees.delete(place);
      lock.remove(name);
    } catch (IOException e) {
      throw new KitException("the role '" + name + "' cannot be removed: " + e.getMessage(), "");
    }
  }

  /**
   * Compares a role with the lock file.
   *
   * @return what is wrong; empty if nothing is
   */
  public String wrong(String name) {
    Path place = roles.resolve(name);
    LockFile.Entry entry = lock.entry(name).orElseThrow();
    if (!Files.isDirectory(place)) {
      return "it is not there";
    }
    try {
      return digest(place).equals(entry.sha256()) ? "" : "its files differ from what was locked";
    } catch (IOException e) {
      return "it cannot be read: " + e.getMessage();
    }
  }
}
