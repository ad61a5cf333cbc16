package kit.inventories.ec2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import kit.spi.inventory.SourceFailure;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/** Trust in the certificates of a file. */
final class Trust {
  private Trust() {}

  static TlsTrustManagersProvider of(Path file) {
    TrustManager[] managers = managers(file);
    return () -> managers;
  }

  private static TrustManager[] managers(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca" + store.size(), each);
      }
      if (store.size() == 0) {
        throw new SourceFailure(file + " holds no certificate", "caBundle is a file in PEM");
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new SourceFailure(
          "the certificates in " + file + " cannot be read: " + e.getMessage(),
          "caBundle is a file in PEM");
    }
  }
}
