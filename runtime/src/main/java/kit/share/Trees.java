package kit.share;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Directories with all that is in them; links are never followed. */
final class Trees {

  private Trees() {}

  static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Copies a role by the rules that hold for archives too; what git keeps is left out. */
  static void copy(Path from, Unpacking into) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its)
              throws IOException {
            if (folder.endsWith(".git") || folder.endsWith(".kit")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(from)) {
              into.directory(from.relativize(folder).toString(), 0);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            String name = from.relativize(file).toString();
            if (!its.isRegularFile()) {
              throw new ArchiveException(name, "it is a link or no file at all");
            }
            try (InputStream content = Files.newInputStream(file)) {
              into.file(name, Files.isExecutable(file) ? 0755 : 0644, content);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
