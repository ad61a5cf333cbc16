package kit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import kit.model.KitException;

/** Intents as one small file a host in the project's state directory, a name a line. */
public final class FileIntents implements Intents {

  private final Path directory;
  private final HostClaims claims;

  public FileIntents(Path directory) {
    this.directory = directory;
    this.claims = new HostClaims(directory);
  }

  @Override
  public Set<String> of(String host) {
    Path file = file(host);
    try {
      return Files.exists(file) ? new LinkedHashSet<>(Files.readAllLines(file)) : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(String host, Set<String> handlers) {
    Path file = file(host);
    try {
      if (handlers.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Files.createDirectories(directory);
      Path fresh = directory.resolve(file.getFileName() + ".new");
      StringBuilder text = new StringBuilder();
      for (String handler : handlers) {
        text.append(handler.replace('\n', ' ')).append('\n');
      }
      Files.writeString(fresh, text);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new KitException(
          "cannot keep in " + directory + " which handlers are owed to " + host + ": " + e,
          "kit must be able to write there before it changes what a handler is for");
    }
  }

  @Override
  public void claim(Collection<String> hosts) {
    claims.add(hosts);
  }

  @Override
  public void release() {
    claims.release();
  }

  private Path file(String host) {
    return directory.resolve(URLEncoder.encode(host, StandardCharsets.UTF_8) + ".handlers");
  }
}
