package kit.transport.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import kit.target.Unreachable;
import kit.transport.Asker;
import kit.transport.Password;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyFormat;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * A private key in a file. Its passphrase is asked for once, when the first host wants this key.
 * Safe for many threads.
 */
final class Identity implements KeyProvider {

  private static final String MAGIC = "openssh-key-v1\0\0\0\0\4none";

  private final Path file;
  private final Config config;
  private final Asker asker;
  private FileKeyProvider keys;
  private PrivateKey privateKey;
  private Unreachable failure;

  Identity(Path file, Config config, Asker asker) {
    this.file = file;
    this.config = config;
    this.asker = asker;
  }

  Path file() {
    return file;
  }

  /** Whether asking a host first, with the public half only, can save asking for a passphrase. */
  synchronized boolean askHostFirst() {
    return privateKey == null && Files.exists(Path.of(file + ".pub")) && encrypted();
  }

  /**
   * Reads and decrypts the key.
   *
   * @throws Unreachable if it cannot be used; the same one for every host
   */
  synchronized void unlock() {
    if (privateKey != null) {
      return;
    }
    if (failure == null) {
      try {
        privateKey = open().getPrivate();
        return;
      } catch (Unreachable e) {
        failure = e;
      } catch (IOException | RuntimeException e) {
        failure =
            new Unreachable(
                encrypted()
                    ? "the passphrase of " + file + " is wrong"
                    : "the key " + file + " cannot be used: " + e.getMessage(),
                "try: ssh-keygen -y -f " + file,
                false);
      }
    }
    throw failure;
  }

  @Override
  public synchronized PrivateKey getPrivate() {
    unlock();
    return privateKey;
  }

  @Override
  public synchronized PublicKey getPublic() throws IOException {
    return open().getPublic();
  }

  @Override
  public KeyType getType() throws IOException {
    return KeyType.fromKey(getPublic());
  }

  private FileKeyProvider open() throws IOException {
    if (keys == null) {
      KeyFormat format = KeyProviderUtil.detectKeyFileFormat(file.toFile());
      FileKeyProvider made =
          Factory.Named.Util.create(config.getFileKeyProviderFactories(), format.toString());
      if (made == null) {
        throw new IOException("it is no private key of a known format");
      }
      made.init(file.toFile(), new Passphrase());
      keys = made;
    }
    return keys;
  }

  private boolean encrypted() {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (!text.contains("BEGIN OPENSSH PRIVATE KEY")) {
        return text.contains("ENCRYPTED");
      }
      int body = text.indexOf('\n') + 1;
      byte[] head = Base64.getMimeDecoder().decode(text.substring(body, text.indexOf('\n', body)));
      return !new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private final class Passphrase implements PasswordFinder {

    @Override
    public char[] reqPassword(Resource<?> resource) {
      Optional<Password> answer = asker.ask("Passphrase of " + file + ": ");
      if (answer.isEmpty()) {
        throw new Unreachable(
            "the key " + file + " has a passphrase, and there is nobody to ask for it",
            "run kit on a terminal, or use a key without passphrase",
            false);
      }
      return answer.get().chars();
    }

    @Override
    public boolean shouldRetry(Resource<?> resource) {
      return false;
    }
  }
}
