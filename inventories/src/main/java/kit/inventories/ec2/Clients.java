package kit.inventories.ec2;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Prepares clients of Amazon's services, which share one way to speak HTTP. */
final class Clients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 4;

  private final Settings settings;
  private final SdkHttpClient http;

  Clients(Settings settings) {
    this.settings = settings;
    UrlConnectionHttpClient.Builder builder =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE);
    settings.caBundle().ifPresent(file -> builder.tlsTrustManagersProvider(Trust.of(file)));
    this.http = builder.build();
  }

  /**
   * @param service EC2 or STS
   */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B prepare(
      B builder, String service, String region) {
    settings.endpoint(service).ifPresent(builder::endpointOverride);
    return builder
        .httpClient(http)
        .region(Region.of(region))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallTimeout(settings.patience())
                .defaultProfileFile(settings.profiles().file())
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS))
                .build());
  }

  /** Who is asked, for messages. */
  String where(String service, String region) {
    Optional<URI> endpoint = settings.endpoint(service);
    return service + " in " + region + endpoint.map(url -> " (" + url + ")").orElse("");
  }

  @Override
  public void close() {
    http.close();
  }
}
