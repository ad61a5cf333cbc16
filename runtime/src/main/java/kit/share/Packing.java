package kit.share;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kit.model.KitException;
import kit.role.Roles;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs a role for a Maven repository: a jar, the same for the same files, and its pom, as {@code
 * mvn deploy:deploy-file} and repositories in directories take them.
 */
public final class Packing {

  /**
   * Jars cannot say an earlier time; it is the same for all files, so that jars can be compared.
   */
  private static final long TIME = java.time.Instant.parse("1980-02-01T00:00:00Z").toEpochMilli();

  private final Path role;
  private final String group;
  private final String version;

  public Packing(Path role, String group, String version) {
    this.role = role;
    this.group = group;
    this.version = version;
    if (!Roles.isRole(role)) {
      throw new KitException(role + " is no role", "a role has a directory tasks, defaults, ...");
    }
    for (String part : List.of(group, version, name())) {
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        if (c > 126 || !Character.isLetterOrDigit(c) && "._-+".indexOf(c) < 0) {
          throw new KitException("'" + part + "' cannot be part of Maven coordinates", "");
        }
      }
      if (part.isEmpty()) {
        throw new KitException("group and version are missing", "--group org.example --version 1");
      }
    }
  }

  private String name() {
    return role.toAbsolutePath().normalize().getFileName().toString();
  }

  public String coordinates() {
    return group + ":" + name() + ":" + version;
  }

  /** Writes jar and pom into a directory, or into a Maven repository that is a directory. */
  public Path write(Path folder, boolean repository) {
    Path place =
        repository
            ? folder.resolve(group.replace('.', '/')).resolve(name()).resolve(version)
            : folder;
    String file = name() + "-" + version;
    try {
      Files.createDirectories(place);
      Path jar = place.resolve(file + ".jar");
      Path pom = place.resolve(file + ".pom");
      jar(jar);
      Files.writeString(pom, pom());
      if (repository) {
        sums(jar);
        sums(pom);
      }
      return jar;
    } catch (IOException e) {
      throw new KitException("the role cannot be packed: " + e.getMessage(), "");
    }
  }

  private void jar(Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(role)) {
      files =
          walk.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
              .filter(each -> !role.relativize(each).startsWith(".git"))
              .sorted()
              .toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (Path each : files) {
        if (Files.isSymbolicLink(each)) {
          throw new IOException(each + " is a link; a shared role has none");
        }
        String name = name() + "/" + role.relativize(each).toString().replace('\\', '/');
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(TIME);
        entry.setUnixMode(Files.isExecutable(each) ? 0100755 : 0100644);
        zip.putArchiveEntry(entry);
        Files.copy(each, zip);
        zip.closeArchiveEntry();
      }
    }
  }

  private String pom() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <description>A role for kit</description>
        </project>
        """
        .formatted(group, name(), version);
  }

  private static void sums(Path file) throws IOException {
    for (String algorithm : List.of("SHA-1", "SHA-256")) {
      try {
        byte[] digest =
            java.security.MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
        String extension = "." + algorithm.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        Files.write(
            file.resolveSibling(file.getFileName() + extension),
            java.util.HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_8));
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
