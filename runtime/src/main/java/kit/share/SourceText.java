package kit.share;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Reads where a role comes from, as users write it. */
public final class SourceText {

  static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".zip", ".jar");

  private static final List<String> URLS = List.of("https://", "ssh://", "file://", "git@");

  private final Path folder;
  private final Location where;

  /**
   * @param folder what paths are taken from
   * @param where for messages
   */
  public SourceText(Path folder, Location where) {
    this.folder = folder;
    this.where = where;
  }

  /** {@code git+https://host/role.git#v1}, {@code group:artifact:1.0}, a path. */
  public RoleSource read(String text) {
    String plain = text.strip();
    boolean marked = plain.startsWith("git+");
    String rest = marked ? plain.substring(4) : plain;
    if (marked || isUrl(rest) || rest.contains("://")) {
      int hash = rest.lastIndexOf('#');
      return hash < 0 ? git(rest, "") : git(rest.substring(0, hash), rest.substring(hash + 1));
    }
    if (isArchive(plain)) {
      return new RoleSource.Archive(folder.resolve(plain));
    }
    if (coordinates(plain)) {
      return new RoleSource.Maven(plain);
    }
    if (plain.isEmpty() || !Files.isDirectory(folder.resolve(plain))) {
      throw problem(
          "'" + text + "' is no source of a role",
          "name a directory, an archive, git+https://host/role.git#v1 or group:artifact:version");
    }
    return new RoleSource.Directory(folder.resolve(plain));
  }

  /**
   * A git repository. What git would take for an option or a program of its own is refused.
   *
   * @param ref empty for the head of the repository
   */
  public RoleSource.Git git(String url, String ref) {
    if (!isUrl(url) || strange(url)) {
      throw problem(
          "'" + url + "' is no URL of a git repository",
          "https://, ssh://, file:// or git@host:path");
    }
    boolean bad = ref.startsWith("-") || ref.contains("..") || ref.startsWith("/");
    for (int i = 0; i < ref.length(); i++) {
      char c = ref.charAt(i);
      bad |= !Character.isLetterOrDigit(c) && "._/+-".indexOf(c) < 0 || c > 126;
    }
    if (bad) {
      throw problem("'" + ref + "' is no ref of git", "name a tag, a branch or a commit");
    }
    return new RoleSource.Git(url, ref);
  }

  static boolean isArchive(String text) {
    for (String extension : ARCHIVES) {
      if (text.endsWith(extension)) {
        return true;
      }
    }
    return false;
  }

  /** A name that can be a directory below the roles. */
  public String name(String name) {
    boolean fine = !name.isEmpty() && name.length() < 100 && "-.".indexOf(name.charAt(0)) < 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      fine &= c < 127 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    }
    if (!fine) {
      throw problem("'" + name + "' cannot be the name of a role", "letters, digits, . _ and -");
    }
    return name;
  }

  private static boolean isUrl(String text) {
    for (String start : URLS) {
      if (text.startsWith(start) && text.length() > start.length()) {
        return start.equals("file://") || text.charAt(start.length()) != '-';
      }
    }
    return false;
  }

  private static boolean strange(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || c > 126 || "\"'`\\$<>|^{}".indexOf(c) >= 0) {
        return true;
      }
    }
    return url.contains("/-") && url.startsWith("ssh://-")
        || url.contains("@-")
        || url.contains(":-");
  }

  private static boolean coordinates(String text) {
    String[] parts = text.split(":", -1);
    boolean fine = parts.length >= 3 && parts.length <= 5;
    for (String part : parts) {
      fine &= !part.isBlank();
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        fine &= c < 127 && (Character.isLetterOrDigit(c) || "._-+[](),".indexOf(c) >= 0);
      }
    }
    return fine && !text.contains("..");
  }

  private KitException problem(String message, String hint) {
    return new KitException(new Problem(where, message, hint));
  }
}
