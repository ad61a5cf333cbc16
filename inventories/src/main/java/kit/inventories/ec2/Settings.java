package kit.inventories.ec2;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * What is to be used for the requests: the source's settings, else the environment, else a profile.
 */
final class Settings {
  private final Ec2 source;
  private final Search search;
  private Profiles profiles;

  Settings(Ec2 source, Search search) {
    this.source = source;
    this.search = search;
  }

  Ec2 source() {
    return source;
  }

  Duration patience() {
    return search.patience();
  }

  /** The first of these environment variables that says something. */
  Optional<String> environment(String... names) {
    for (String name : names) {
      String value = search.environment().apply(name);
      if (value != null && !value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  Profiles profiles() {
    if (profiles == null) {
      Path folder = search.home().resolve(".aws");
      profiles =
          Profiles.read(
              environment("AWS_CONFIG_FILE").map(Path::of).orElse(folder.resolve("config")),
              environment("AWS_SHARED_CREDENTIALS_FILE")
                  .map(Path::of)
                  .orElse(folder.resolve("credentials")));
    }
    return profiles;
  }

  /** The profile that is named; empty if none is. */
  Optional<String> profile() {
    return source.profile().or(() -> environment("AWS_PROFILE", "AWS_DEFAULT_PROFILE"));
  }

  /** Where to ask what is not of one region. */
  String region() {
    return source.regions().stream()
        .findFirst()
        .or(() -> environment("AWS_REGION", "AWS_DEFAULT_REGION"))
        .or(() -> ofProfile("region"))
        .orElse("us-east-1");
  }

  /** The URL of a service where it is not Amazon's own. */
  Optional<URI> endpoint(String service) {
    Optional<String> url =
        source
            .endpoint()
            .or(() -> environment("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL"))
            .or(() -> ofProfile("endpoint_url"));
    return url.map(Settings::uri);
  }

  /** Certificates to trust instead of Java's. */
  Optional<Path> caBundle() {
    return source
        .caBundle()
        .map(path -> search.folder().resolve(path))
        .or(() -> environment("AWS_CA_BUNDLE").map(Path::of))
        .or(() -> ofProfile("ca_bundle").map(Path::of));
  }

  private Optional<String> ofProfile(String property) {
    return profiles().find(profile().orElse("default")).flatMap(its -> its.property(property));
  }

  private static URI uri(String url) {
    try {
      URI uri = URI.create(url);
      boolean open = uri.getUserInfo() == null; // it would stand in messages
      if (open && uri.getHost() != null && uri.getScheme().startsWith("http")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw notOne(url);
    }
    throw notOne(url);
  }

  private static SourceFailure notOne(String url) {
    return new SourceFailure(
        "'" + url.replaceAll("//[^/]*@", "//...@") + "' is no endpoint",
        "an endpoint is a URL: https://HOST");
  }
}
