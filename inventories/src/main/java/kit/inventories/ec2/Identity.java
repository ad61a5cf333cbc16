package kit.inventories.ec2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kit.spi.inventory.SourceFailure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.Profile;

/**
 * Finds out who asks, in the order of Amazon's own tools. Every step is one that either is
 * configured, and then must work, or is not: only the instance role has to be tried.
 */
final class Identity {
  private final Settings settings;
  private final Roles roles;

  Identity(Settings settings, Roles roles) {
    this.settings = settings;
    this.roles = roles;
  }

  AwsCredentials find() {
    AwsCredentials own = own();
    Optional<String> role = settings.source().assumeRoleArn();
    return role.isEmpty() ? own : roles.assume(own, role.get(), settings.source().externalId());
  }

  private AwsCredentials own() {
    Ec2 source = settings.source();
    if (source.accessKey().isPresent()) {
      return keys(source.accessKey().get(), source.secretKey().get(), source.sessionToken());
    }
    if (source.profile().isPresent()) {
      return profile(source.profile().get(), "");
    }
    return environment()
        .or(this::webIdentity)
        .or(this::namedProfile)
        .or(this::container)
        .or(() -> InstanceRole.credentials(settings))
        .orElseThrow(
            () ->
                new SourceFailure(
                    "no AWS credentials in the settings, the environment or ~/.aws, and no instance role",
                    "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"));
  }

  private Optional<AwsCredentials> environment() {
    Optional<String> key =
        settings.environment("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY", "EC2_ACCESS_KEY");
    Optional<String> secret =
        settings.environment("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY", "EC2_SECRET_KEY");
    if (key.isPresent() != secret.isPresent()) {
      throw new SourceFailure(
          "of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY only one is set", "set both, or none");
    }
    return key.map(
        id ->
            keys(
                id,
                secret.get(),
                settings.environment(
                    "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "EC2_SECURITY_TOKEN")));
  }

  private Optional<AwsCredentials> webIdentity() {
    Optional<String> file = settings.environment("AWS_WEB_IDENTITY_TOKEN_FILE");
    Optional<String> role = settings.environment("AWS_ROLE_ARN");
    if (file.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(roles.assumeByToken(role.get(), Files.readString(Path.of(file.get()))));
    } catch (IOException e) {
      throw new SourceFailure(
          "the web identity token " + file.get() + " cannot be read",
          "see AWS_WEB_IDENTITY_TOKEN_FILE");
    }
  }

  private Optional<AwsCredentials> namedProfile() {
    Optional<String> name = settings.profile();
    if (name.isEmpty() && settings.profiles().find("default").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(profile(name.orElse("default"), ""));
  }

  private Optional<AwsCredentials> container() {
    boolean given =
        settings
            .environment(
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
            .isPresent();
    if (!given) {
      return Optional.empty();
    }
    try (ContainerCredentialsProvider container = ContainerCredentialsProvider.builder().build()) {
      return Optional.of(container.resolveCredentials());
    } catch (SdkException e) {
      throw Refusal.of("the container's credentials", "", e);
    }
  }

  /**
   * @param from the profile whose source this is; empty for none
   */
  private AwsCredentials profile(String name, String from) {
    Profile profile = settings.profiles().get(name);
    if (profile.property("sso_session").or(() -> profile.property("sso_start_url")).isPresent()) {
      throw new SourceFailure(
          "the profile '" + name + "' signs in by SSO, which kit does not do",
          "eval \"$(aws configure export-credentials --profile " + name + " --format env)\"");
    }
    Optional<String> role = profile.property("role_arn");
    if (role.isPresent() && !name.equals(from)) {
      if (profile.property("mfa_serial").isPresent()) {
        throw new SourceFailure(
            "the profile '" + name + "' wants a code (mfa_serial), which kit does not ask for",
            "eval \"$(aws configure export-credentials --profile " + name + " --format env)\"");
      }
      return roles.assume(source(profile, name, from), role.get(), profile.property("external_id"));
    }
    try (ProfileCredentialsProvider keys =
        ProfileCredentialsProvider.builder()
            .profileFile(settings.profiles().file())
            .profileName(name)
            .build()) {
      return keys.resolveCredentials();
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      throw new SourceFailure(
          "the profile '" + name + "' gives no credentials: " + Refusal.line(e.getMessage()),
          "it needs aws_access_key_id and aws_secret_access_key, role_arn or credential_process");
    }
  }

  private AwsCredentials source(Profile profile, String name, String from) {
    Optional<String> other = profile.property("source_profile");
    if (other.isPresent()) {
      if (!from.isEmpty() && !other.get().equals(name)) {
        throw new SourceFailure(
            "the profile '" + name + "' is a role of a role of a role",
            "kit follows source_profile twice");
      }
      return profile(other.get(), name);
    }
    Optional<AwsCredentials> found =
        switch (profile.property("credential_source").orElse("")) {
          case "Environment" -> environment();
          case "Ec2InstanceMetadata" -> InstanceRole.credentials(settings);
          case "EcsContainer" -> container();
          default -> Optional.empty();
        };
    return found.orElseThrow(
        () ->
            new SourceFailure(
                "the profile '" + name + "' has a role_arn and nobody who takes it on",
                "give it a source_profile or a credential_source that works"));
  }

  private static AwsCredentials keys(String key, String secret, Optional<String> token) {
    return token.isPresent()
        ? AwsSessionCredentials.create(key, secret, token.get())
        : AwsBasicCredentials.create(key, secret);
  }
}
