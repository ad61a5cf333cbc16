package kit.inventories.ec2;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** The credentials that an instance of EC2 has of its role. */
final class InstanceRole {
  private static final String SERVICE = "http://169.254.169.254";
  private static final int PATIENCE_MILLIS = 1000;

  private InstanceRole() {}

  /**
   * Empty where there is no such service: outside of EC2 most networks say nothing at all to the
   * question, and the SDK would repeat it for many seconds.
   */
  static Optional<AwsCredentials> credentials(Settings settings) {
    String disabled = settings.environment("AWS_EC2_METADATA_DISABLED").orElse("false");
    URI service =
        URI.create(settings.environment("AWS_EC2_METADATA_SERVICE_ENDPOINT").orElse(SERVICE));
    if (disabled.equalsIgnoreCase("true") || !answers(service)) {
      return Optional.empty();
    }
    try (InstanceProfileCredentialsProvider role =
        InstanceProfileCredentialsProvider.builder()
            .endpoint(service.toString())
            .profileFile(settings.profiles().file())
            .build()) {
      return Optional.of(role.resolveCredentials());
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  private static boolean answers(URI service) {
    int port = service.getPort() < 0 ? 80 : service.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(service.getHost(), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
