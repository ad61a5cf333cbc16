package kit.inventories.ec2;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Takes roles on, at STS. */
final class Roles {
  /** What the log of the account shows. */
  private static final String SESSION = "kit-inventory";

  private final Clients clients;
  private final String region;

  Roles(Clients clients, String region) {
    this.clients = clients;
    this.region = region;
  }

  AwsCredentials assume(AwsCredentials as, String role, Optional<String> externalId) {
    try (StsClient sts = client(StaticCredentialsProvider.create(as))) {
      return session(
          sts.assumeRole(
                  request ->
                      request
                          .roleArn(role)
                          .roleSessionName(SESSION)
                          .externalId(externalId.orElse(null)))
              .credentials());
    } catch (SdkException e) {
      throw Refusal.of("the role " + role, clients.where("STS", region), e);
    }
  }

  AwsCredentials assumeByToken(String role, String token) {
    try (StsClient sts = client(AnonymousCredentialsProvider.create())) {
      return session(
          sts.assumeRoleWithWebIdentity(
                  request -> request.roleArn(role).roleSessionName(SESSION).webIdentityToken(token))
              .credentials());
    } catch (SdkException e) {
      throw Refusal.of("the role " + role, clients.where("STS", region), e);
    }
  }

  private StsClient client(AwsCredentialsProvider as) {
    return clients.prepare(StsClient.builder(), "STS", region).credentialsProvider(as).build();
  }

  private static AwsCredentials session(Credentials given) {
    if (given == null || given.accessKeyId() == null) {
      throw Refusal.notUnderstood("STS");
    }
    return AwsSessionCredentials.create(
        given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
  }
}
