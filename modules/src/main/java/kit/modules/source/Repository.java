package kit.modules.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kit.spi.PlanException;

/**
 * Where a repository is.
 *
 * @param url its URL or path without a password
 * @param site beginning of the URLs that the credentials are for
 * @param user name that logs in, if a password is given
 * @param password the password
 * @param local whether it is on the host itself
 */
record Repository(String url, String site, String user, String password, boolean local) {

  /**
   * Reads one: a URL, {@code user@host:path}, or an absolute path on the host.
   *
   * @throws PlanException if it could be an option or a command
   */
  static Repository of(String repo) {
    for (int i = 0; i < repo.length(); i++) {
      if (repo.charAt(i) < ' ') {
        throw new PlanException("repo holds a line end or another control character", "");
      }
    }
    if (repo.startsWith("/")) {
      return new Repository(repo, "", "", "", true);
    }
    int colon = repo.indexOf(':');
    if (repo.startsWith("-") || colon <= 0 || repo.startsWith("::", colon)) {
      throw unknown(repo);
    }
    return repo.startsWith("://", colon) ? byUrl(repo) : bySsh(repo, colon);
  }

  /** {@code user@host:path} */
  private static Repository bySsh(String repo, int colon) {
    String host = repo.substring(repo.lastIndexOf('@', colon) + 1, colon);
    if (host.isEmpty() || host.startsWith("-") || repo.startsWith("-", colon + 1)) {
      throw unknown(repo);
    }
    return new Repository(repo, "", "", "", false);
  }

  private static Repository byUrl(String repo) {
    URI uri;
    try {
      uri = new URI(repo);
    } catch (URISyntaxException e) {
      throw new PlanException("repo '" + e.getInput() + "' is no URL: " + e.getReason(), "");
    }
    String scheme = uri.getScheme();
    if (scheme.equals("file")) {
      return new Repository(repo, "", "", "", true);
    }
    boolean web = scheme.equals("https") || scheme.equals("http");
    boolean known = web || scheme.equals("ssh") || scheme.equals("git");
    if (!known || uri.getHost() == null || uri.getHost().startsWith("-")) {
      throw unknown(repo);
    }
    String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = login.indexOf(':');
    if (!web || colon < 0) {
      return new Repository(repo, "", "", "", false);
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new Repository(
        repo.replaceFirst("//[^@/]*@", "//"),
        scheme + "://" + uri.getHost() + port,
        decoded(login.substring(0, colon)),
        decoded(login.substring(colon + 1)),
        false);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static PlanException unknown(String repo) {
    return new PlanException(
        "repo '" + repo + "' is none that can be fetched",
        "https://, http://, ssh://, git:// and file:// can, user@host:path, and absolute paths");
  }

  Optional<String> secret() {
    return password.isEmpty() ? Optional.empty() : Optional.of(password);
  }
}
