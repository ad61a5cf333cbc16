package kit.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import kit.spi.Output;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Brings a file of a host to the controller, piece by piece, so that any size fits into memory.
 * What was there is replaced when all of it has arrived.
 */
final class Download {

  private static final int PIECE = 1024 * 1024;

  private final Step.Keep file;
  private final Function<String, Output> shell;

  Download(Step.Keep file, Function<String, Output> shell) {
    this.file = file;
    this.shell = shell;
  }

  Output run() {
    Path dest = Path.of(file.dest());
    Path fresh = null;
    try {
      Files.createDirectories(dest.getParent());
      fresh =
          Files.createTempFile(
              dest.getParent(),
              ".kit-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Output last;
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
        last = pieces(out);
      }
      if (last.rc() != 0) {
        return last;
      }
      String arrived = HexFormat.of().formatHex(digest.digest());
      if (file.sha256().isPresent() && !file.sha256().get().equals(arrived)) {
        return Output.of(1, "", file.path() + " was changed while it was read\n");
      }
      Files.move(fresh, dest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return Output.of(0, "", "");
    } catch (IOException e) {
      return Output.of(1, "", "cannot write " + dest + ": " + e + "\n");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } finally {
      remove(fresh);
    }
  }

  private Output pieces(OutputStream out) throws IOException {
    for (int piece = 0; ; piece++) {
      Output output =
          shell.apply(
              "dd if="
                  + Sh.path(file.path())
                  + " bs="
                  + PIECE
                  + " skip="
                  + piece
                  + " count=1 2>/dev/null || { [ -r "
                  + Sh.path(file.path())
                  + " ] || echo 'it cannot be read' >&2; exit 1; }");
      if (output.rc() != 0) {
        return output;
      }
      out.write(output.out());
      if (output.out().length < PIECE) {
        return output;
      }
    }
  }

  private static void remove(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // an empty file with a name of kit's own stays behind
    }
  }
}
