package kit.modules.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * A URL and how to fetch it.
 *
 * @param url the URL: http, https or ftp
 * @param headers of the request
 * @param user who logs in, if anybody
 * @param password of the user
 * @param timeout seconds after which a silent server is given up
 * @param verified whether the server's certificate must be good
 */
record Download(
    String url,
    Map<String, String> headers,
    Optional<String> user,
    Optional<String> password,
    long timeout,
    boolean verified) {

  private static final String END = "KIT_END";
  private static final int REDIRECTS = 10;

  Download {
    URI uri = parsed(url);
    if (uri.getRawUserInfo() != null) {
      throw new PlanException(
          "the URL holds a user, which everybody could see on the host",
          "give urlUsername and urlPassword");
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      oneLine(header.getKey() + header.getValue(), "a header");
    }
    if (password.isPresent() && user.isEmpty()) {
      throw new PlanException("there is a urlPassword but no urlUsername", "give both");
    }
    oneLine(user.orElse("") + password.orElse(""), "urlUsername or urlPassword");
    if (user.orElse("").indexOf(':') >= 0) {
      throw new PlanException("urlUsername holds a colon, which ends a name", "");
    }
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      boolean known = scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
      if (known && uri.getHost() != null && !uri.getHost().startsWith("-")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new PlanException(
          "url '" + url + "' is none: " + e.getReason(), "special characters are written as %20");
    }
    throw new PlanException(
        "url '" + url + "' is none that can be fetched",
        "http://, https:// and ftp:// can; for files of the host: copy with remoteSrc");
  }

  private static void oneLine(String text, String what) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        throw new PlanException(what + " holds a line end or another control character", "");
      }
    }
  }

  /** The same way to another URL. */
  Download of(String other) {
    return new Download(other, headers, user, password, timeout, verified);
  }

  /** What a file is called that is fetched into a directory; the server is not asked. */
  String name() {
    String path = URI.create(url).getPath();
    String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() || name.equals(".") || name.equals("..") ? "index.html" : name;
  }

  private boolean secret() {
    return !headers.isEmpty() || user.isPresent();
  }

  /**
   * Why it cannot be done with a program.
   *
   * @param known whether the checksum is known beforehand
   */
  Optional<String> objection(Downloader by, boolean known) {
    if (by == Downloader.NONE) {
      return Optional.of("the host has neither curl nor wget");
    }
    if (by != Downloader.BUSYBOX) {
      return Optional.empty();
    }
    if (secret()) {
      return Optional.of(
          "the host has only busybox's wget, which takes headers and passwords only where every"
              + " user of the host can see them");
    }
    return url.startsWith("https:") && verified && !known
        ? Optional.of(
            "the host has only busybox's wget, which does not check certificates, and no checksum"
                + " is given")
        : Optional.empty();
  }

  /** Defines {@code kit_get}, which writes the content to standard output. */
  String function(Downloader by) {
    String body =
        switch (by) {
          case CURL -> "curl -q -K - <<'" + END + "'\n" + curlConfig() + END + "\n";
          case WGET -> wget();
          case BUSYBOX ->
              "wget -q -O - "
                  + (verified ? "" : "--no-check-certificate ")
                  + "-- "
                  + Sh.quote(url)
                  + "\n";
          case NONE -> "false\n";
        };
    return "kit_get() {\n" + body + "}\n";
  }

  private String curlConfig() {
    StringBuilder config = new StringBuilder();
    option(config, "url", url);
    config.append("fail\nsilent\nshow-error\nlocation\ngloboff\n");
    option(config, "proto", "=http,https,ftp");
    // who asks for https does not want to be led elsewhere
    option(config, "proto-redir", url.startsWith("https:") ? "=https" : "=http,https,ftp");
    config.append("max-redirs = ").append(REDIRECTS);
    config.append("\nconnect-timeout = ").append(timeout);
    config.append("\nspeed-limit = 1\nspeed-time = ").append(timeout).append('\n');
    config.append(verified ? "" : "insecure\n");
    headers.forEach((name, value) -> option(config, "header", name + ": " + value));
    user.ifPresent(name -> option(config, "user", name + ":" + password.orElse("")));
    return config.toString();
  }

  private static void option(StringBuilder config, String name, String value) {
    config.append(name).append(" = \"");
    config.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n");
  }

  /** The URL comes from standard input; wget reads its configuration from regular files only. */
  private String wget() {
    String options =
        "-nv -O - --tries=1 --max-redirect="
            + REDIRECTS
            + " --timeout="
            + timeout
            + (verified ? "" : " --no-check-certificate");
    String fetch = "wget " + options + " -i - <<'" + END + "'\n" + url + "\n" + END + "\n";
    if (!secret()) {
      return fetch;
    }
    StringBuilder config = new StringBuilder();
    headers.forEach((name, value) -> config.append("header = " + name + ": " + value + "\n"));
    user.ifPresent(name -> config.append("user = " + name + "\nauth_no_challenge = on\n"));
    password.ifPresent(word -> config.append("password = " + word + "\n"));
    return "(\numask 077; kit_w=$(mktemp) || exit\n"
        + Sh.atExit("rm -f -- \"$kit_w\"")
        + "cat >\"$kit_w\" <<'"
        + END
        + "'\n"
        + config
        + END
        + "\n"
        + fetch.replaceFirst("wget ", "wget --config=\"\\$kit_w\" ")
        + ")\n";
  }
}
