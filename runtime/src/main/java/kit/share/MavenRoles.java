package kit.share;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;

/**
 * Roles from Maven repositories: Central, a company's own or a directory, with the mirrors and
 * credentials of settings.xml. Only the artifact is fetched, never what it depends upon.
 */
final class MavenRoles {

  private static final String CENTRAL = "https://repo.maven.apache.org/maven2/";

  private final MavenSettings settings;
  private final List<String> repositories;

  /**
   * @param repositories URLs of further repositories, looked at first
   */
  MavenRoles(MavenSettings settings, List<String> repositories) {
    this.settings = settings;
    this.repositories = List.copyOf(repositories);
  }

  /**
   * What was fetched.
   *
   * @param file the artifact in the local repository
   * @param version the exact version
   */
  record Fetched(Path file, String version) {}

  /**
   * @param version the exact version to get; empty for what the coordinates say, which may be a
   *     range such as {@code [1.0,2.0)}
   */
  Fetched fetch(RoleSource.Maven source, String version) {
    RepositorySystem system = new RepositorySystemSupplier().get();
    SessionBuilder builder = new SessionBuilderSupplier(system).get();
    builder.withLocalRepositoryBaseDirectories(settings.localRepository());
    builder.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL);
    settings.apply(builder);
    try (CloseableSession session = builder.build()) {
      List<RemoteRepository> remote = system.newResolutionRepositories(session, remote());
      Artifact wanted = new DefaultArtifact(source.coordinates());
      String exact = version.isEmpty() ? wanted.getVersion() : version;
      if (version.isEmpty()) {
        VersionRangeRequest range = new VersionRangeRequest(wanted, remote, "kit");
        VersionRangeResult found = system.resolveVersionRange(session, range);
        if (found.getHighestVersion() == null) {
          throw new KitException(
              "no version of " + source.coordinates() + " can be found", looked(remote));
        }
        exact = found.getHighestVersion().toString();
      }
      ArtifactRequest request = new ArtifactRequest(wanted.setVersion(exact), remote, "kit");
      Artifact artifact = system.resolveArtifact(session, request).getArtifact();
      return new Fetched(artifact.getPath(), artifact.getVersion());
    } catch (RepositoryException e) {
      String why = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      for (String secret : settings.secrets()) {
        why = secret.isEmpty() ? why : why.replace(secret, "***");
      }
      throw new KitException("Maven gives no role: " + source.coordinates(), why);
    } catch (IllegalArgumentException e) {
      throw new KitException(
          "'" + source.coordinates() + "' are no Maven coordinates", "group:artifact:version");
    } finally {
      system.shutdown();
    }
  }

  private List<RemoteRepository> remote() {
    Map<String, String> urls = new LinkedHashMap<>();
    for (String url : repositories) {
      urls.put("kit-" + (urls.size() + 1), url);
    }
    urls.putAll(settings.repositories());
    urls.putIfAbsent("central", CENTRAL);
    List<RemoteRepository> remote = new ArrayList<>();
    RepositoryPolicy policy =
        new RepositoryPolicy(
            true, RepositoryPolicy.UPDATE_POLICY_ALWAYS, RepositoryPolicy.CHECKSUM_POLICY_FAIL);
    urls.forEach(
        (id, url) ->
            remote.add(new RemoteRepository.Builder(id, "default", url).setPolicy(policy).build()));
    return remote;
  }

  private static String looked(List<RemoteRepository> remote) {
    List<String> urls = new ArrayList<>();
    remote.forEach(each -> urls.add(each.getUrl()));
    return "looked in " + String.join(", ", urls);
  }
}
