package kit.inventories.consul;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import kit.spi.inventory.SourceFailure;

/** Certificates and keys of a connection. */
final class Tls {
  private Tls() {}

  static SSLContext context(Settings settings) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(settings), trust(settings), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new SourceFailure("TLS cannot be set up: " + e.getMessage(), "");
    }
  }

  private static TrustManager[] trust(Settings settings) throws GeneralSecurityException {
    if (!settings.verify()) {
      return new TrustManager[] {new AnyServer()};
    }
    if (settings.trust().isEmpty()) {
      return null; // those of Java
    }
    KeyStore store = empty();
    for (Certificate each : certificates(settings.trust().get())) {
      store.setCertificateEntry("ca" + store.size(), each);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(Settings settings) throws GeneralSecurityException {
    Optional<Path> file = settings.certificate();
    if (file.isEmpty()) {
      return null;
    }
    Certificate[] chain = certificates(file.get()).toArray(new Certificate[0]);
    KeyStore store = empty();
    PrivateKey key = key(settings.key().orElseThrow(), chain[0].getPublicKey().getAlgorithm());
    store.setKeyEntry("client", key, new char[0], chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new SourceFailure(file + " holds no certificate", "it is a file in PEM");
      }
      return found;
    } catch (IOException | GeneralSecurityException e) {
      throw new SourceFailure(
          "the certificates in " + file + " cannot be read", "it is a file in PEM");
    }
  }

  private static PrivateKey key(Path file, String algorithm) {
    String hint = "openssl pkcs8 -topk8 -nocrypt writes it so";
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      String begin = "-----BEGIN PRIVATE KEY-----";
      int from = text.indexOf(begin);
      int end = text.indexOf("-----END PRIVATE KEY-----");
      if (from < 0 || end < from) {
        throw new SourceFailure("the key in " + file + " is no open PKCS#8 in PEM", hint);
      }
      byte[] bytes = Base64.getMimeDecoder().decode(text.substring(from + begin.length(), end));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new SourceFailure("the key in " + file + " cannot be read", hint);
    }
  }
}
