package kit.share;

import java.nio.file.Path;

/** Where a shared role comes from. */
public sealed interface RoleSource {

  /** As it is written in a list of roles and in the lock file. */
  String text();

  /** The name of the role unless the user says another. */
  String name();

  /**
   * A git repository.
   *
   * @param url an https, ssh or file URL, or {@code git@host:path}
   * @param ref tag, branch or commit; empty for what the repository says is its head
   */
  record Git(String url, String ref) implements RoleSource {
    @Override
    public String text() {
      return "git+" + url + (ref.isEmpty() ? "" : "#" + ref);
    }

    @Override
    public String name() {
      String path = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
      String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
      return last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    }
  }

  /**
   * A directory of this machine, which is copied.
   *
   * @param path the role
   */
  record Directory(Path path) implements RoleSource {
    @Override
    public String text() {
      return path.toString();
    }

    @Override
    public String name() {
      return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
  }

  /**
   * A {@code .tar.gz}, {@code .zip} or {@code .jar} on this machine.
   *
   * @param path the file
   */
  record Archive(Path path) implements RoleSource {
    @Override
    public String text() {
      return path.toString();
    }

    @Override
    public String name() {
      String file = path.getFileName().toString();
      int end = file.length();
      for (String extension : SourceText.ARCHIVES) {
        end = file.endsWith(extension) ? file.length() - extension.length() : end;
      }
      return file.substring(0, end);
    }
  }

  /**
   * An artifact of a Maven repository.
   *
   * @param coordinates {@code group:artifact:version}, or with extension and classifier before the
   *     version
   */
  record Maven(String coordinates) implements RoleSource {
    @Override
    public String text() {
      return coordinates;
    }

    @Override
    public String name() {
      return coordinates.split(":")[1];
    }
  }
}
