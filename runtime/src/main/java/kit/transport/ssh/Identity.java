package kit.transport.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import kit.target.Unreachable;
import kit.transport.Asker;
import kit.transport.Password;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyFormat;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * A key in a file. Its passphrase is asked for once, when the first host wants this key. Safe for
 * many threads.
 */
final class Identity implements KeyProvider, Signer {

  private final Path file;
  private final Config config;
  private final Asker asker;
  private KeyText text;
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

  private synchronized KeyText text() {
    if (text == null) {
      text = KeyText.of(file);
    }
    return text;
  }

  /** Whether it can sign without anybody being asked. */
  synchronized boolean open() {
    return privateKey != null || text().secret() && !text().encrypted();
  }

  /** Whether the private half is here at all. */
  boolean secret() {
    return text().secret();
  }

  /** The public half; null if it cannot be known without a passphrase. */
  @Override
  public synchronized byte[] blob() {
    if (text().blob() != null) {
      return text.blob();
    }
    byte[] beside = KeyText.publicHalf(Path.of(file + ".pub"));
    if (beside != null || !open()) {
      return beside;
    }
    try {
      return new Buffer.PlainBuffer().putPublicKey(getPublic()).getCompactData();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  @Override
  public List<String> algorithms() throws IOException {
    return Signer.algorithms(new Buffer.PlainBuffer(blob()).readString());
  }

  @Override
  public byte[] sign(String algorithm, byte[] data) throws IOException {
    PrivateKey key = getPrivate();
    Signature signature =
        Factory.Named.Util.create(config.getKeyAlgorithms(), algorithm).newSignature();
    signature.initSign(key);
    signature.update(data);
    return new Buffer.PlainBuffer()
        .putString(signature.getSignatureName())
        .putBytes(signature.encode(signature.sign()))
        .getCompactData();
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
        privateKey = provider().getPrivate();
        return;
      } catch (Unreachable e) {
        failure = e;
      } catch (IOException | RuntimeException e) {
        failure =
            new Unreachable(
                text().encrypted()
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
    return provider().getPublic();
  }

  @Override
  public KeyType getType() throws IOException {
    return KeyType.fromKey(getPublic());
  }

  private FileKeyProvider provider() throws IOException {
    if (keys == null) {
      KeyFormat format = KeyProviderUtil.detectKeyFileFormat(file.toFile());
      FileKeyProvider made =
          Factory.Named.Util.create(config.getFileKeyProviderFactories(), format.toString());
      if (made == null) {
        throw new IOException("it is no private key of a known format");
      }
      // not by its path: sshj would take a certificate beside it for its public half
      made.init(Files.newBufferedReader(file), new Passphrase());
      keys = made;
    }
    return keys;
  }

  private final class Passphrase implements PasswordFinder {

    @Override
    public char[] reqPassword(Resource<?> resource) {
      Optional<Password> answer = asker.ask("Passphrase of " + file + ": ");
      if (answer.isEmpty()) {
        throw new Unreachable(
            "the key " + file + " has a passphrase, and there is nobody to ask for it",
            "run kit on a terminal, give the key to ssh-agent, or use one without passphrase",
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
