package kit.share;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/** What a settings.xml says: where mirrors are, who the user is there, which repositories. */
final class MavenSettings {

  private final Settings settings;
  private final Path home;

  /**
   * @param file the file; if it is not there, Maven's usual values hold
   * @param home the user's home directory
   */
  MavenSettings(Path file, Path home) {
    this.home = home;
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    if (Files.isRegularFile(file)) {
      request.setUserSettingsFile(file.toFile());
    }
    request.setSystemProperties(environment());
    try {
      settings =
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
    } catch (SettingsBuildingException e) {
      throw new KitException(
          file + ": these Maven settings cannot be read",
          e.getProblems().isEmpty() ? "" : e.getProblems().get(0).getMessage());
    }
  }

  private static java.util.Properties environment() {
    java.util.Properties properties = new java.util.Properties();
    properties.putAll(System.getProperties());
    System.getenv().forEach((name, value) -> properties.put("env." + name, value));
    return properties;
  }

  Path localRepository() {
    String said = settings.getLocalRepository();
    return said == null || said.isEmpty() ? home.resolve(".m2/repository") : Path.of(said);
  }

  boolean offline() {
    return settings.isOffline();
  }

  /** The repositories of the profiles that are active, by their ids. */
  Map<String, String> repositories() {
    Map<String, String> repositories = new LinkedHashMap<>();
    for (Profile profile : settings.getProfiles()) {
      boolean active =
          settings.getActiveProfiles().contains(profile.getId())
              || profile.getActivation() != null && profile.getActivation().isActiveByDefault();
      if (active) {
        for (Repository each : profile.getRepositories()) {
          repositories.put(each.getId(), each.getUrl());
        }
      }
    }
    return repositories;
  }

  void apply(SessionBuilder session) {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    for (Mirror each : settings.getMirrors()) {
      mirrors.add(
          each.getId(),
          each.getUrl(),
          each.getLayout(),
          false,
          each.isBlocked(),
          each.getMirrorOf(),
          each.getMirrorOfLayouts());
    }
    session.setMirrorSelector(mirrors);
    DefaultAuthenticationSelector users = new DefaultAuthenticationSelector();
    for (Server each : settings.getServers()) {
      users.add(each.getId(), user(each));
    }
    session.setAuthenticationSelector(users);
    DefaultProxySelector proxies = new DefaultProxySelector();
    for (Proxy each : settings.getProxies()) {
      if (each.isActive()) {
        Authentication who =
            new AuthenticationBuilder()
                .addUsername(each.getUsername())
                .addPassword(each.getPassword())
                .build();
        proxies.add(
            new org.eclipse.aether.repository.Proxy(
                each.getProtocol(), each.getHost(), each.getPort(), who),
            each.getNonProxyHosts());
      }
    }
    session.setProxySelector(proxies);
    session.setOffline(offline());
  }

  private static Authentication user(Server server) {
    return new AuthenticationBuilder()
        .addUsername(server.getUsername())
        .addPassword(server.getPassword())
        .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
        .build();
  }

  /** The passwords of servers, which no output may show. */
  List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    for (Server each : settings.getServers()) {
      Optional.ofNullable(each.getPassword()).ifPresent(secrets::add);
    }
    return secrets;
  }
}
