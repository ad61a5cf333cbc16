package kit.inventories.docker;

import com.github.dockerjava.core.util.CertificateUtils;
import com.github.dockerjava.transport.SSLConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import kit.spi.inventory.SourceFailure;

/** TLS to an engine. */
final class Trust {
  private static final String PEM = "caCert, clientCert and clientKey name PEM files";

  private Trust() {}

  static SSLConfig of(Endpoint endpoint) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(endpoint), trusted(endpoint), null);
      return () -> context;
    } catch (IOException | GeneralSecurityException e) {
      throw new SourceFailure(
          "the certificates for " + endpoint.url() + " cannot be used: " + Refusal.line(e), PEM);
    }
  }

  /** Null for none. */
  private static KeyManager[] own(Endpoint endpoint) throws IOException, GeneralSecurityException {
    if (endpoint.certificate().isEmpty() || endpoint.key().isEmpty()) {
      return null;
    }
    Collection<? extends Certificate> chain = certificates(endpoint.certificate().get());
    String key = read(endpoint.key().get());
    if (key.contains("ENCRYPTED")) {
      throw new SourceFailure(
          "the key " + endpoint.key().get() + " has a passphrase",
          "as for docker's client, it must have none: openssl pkey -in KEY -out NEW");
    }
    KeyStore store = empty();
    store.setKeyEntry(
        "kit",
        CertificateUtils.loadPrivateKey(key),
        new char[0],
        chain.toArray(new Certificate[0]));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    return keys.getKeyManagers();
  }

  /** Null for those of Java. */
  private static TrustManager[] trusted(Endpoint endpoint)
      throws IOException, GeneralSecurityException {
    if (endpoint.ca().isEmpty()) {
      return null;
    }
    KeyStore store = empty();
    int count = 0;
    for (Certificate each : certificates(endpoint.ca().get())) {
      store.setCertificateEntry("ca" + count++, each);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust.getTrustManagers();
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws GeneralSecurityException {
    byte[] text = read(file).getBytes(StandardCharsets.UTF_8);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(text));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SourceFailure("cannot read " + file, PEM);
    }
  }
}
