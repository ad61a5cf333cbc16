package kit.modules.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.query.JsonText;
import kit.query.PathStat;
import kit.query.Stat;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Shadows;
import kit.spi.Step;

/**
 * Speaks to a web service from the host, with curl.
 *
 * <p>It fails if the answer's status is none of {@code statusCode}. GET, HEAD and OPTIONS only read
 * and are carried out in check mode too; no method counts as changed, since only the service knows.
 * Headers, body and passwords never stand in an argument list. The result has {@code status, url,
 * headers} (names in lower case with underscores), {@code contentType}, {@code content} if asked
 * for, and {@code json} if the answer is JSON and its content asked for.
 *
 * <pre>{@code
 * def health = uri url: 'http://localhost:8080/health', returnContent: true
 * uri url: 'https://api.example.org/hooks', method: 'POST', body: [name: 'x'], bodyFormat: 'json',
 *     statusCode: [200, 201], headers: [Authorization: "Bearer ${token}"]
 * }</pre>
 *
 * @param url the URL: http or https, without a password in it
 * @param method GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS or another in capitals
 * @param body what is sent: a text, or a map or list for json and form_urlencoded
 * @param bodyFormat how the body is written; json also for a text that is JSON already
 * @param headers of the request
 * @param statusCode answers that are good; 200 if none are given
 * @param returnContent whether the result has the content; at most 1 MiB of it
 * @param followRedirects safe: for GET and HEAD only
 * @param urlUsername who logs in; also as {@code user}
 * @param urlPassword of that user
 * @param validateCerts whether the server's certificate must be good
 * @param clientCert path of a certificate on the host to show to the server
 * @param clientKey path of its key on the host
 * @param caPath path of a file of certificates on the host to trust
 * @param unixSocket path of a socket on the host to speak to
 * @param creates a path on the host: if it exists, nothing is done
 * @param removes a path on the host: if it does not exist, nothing is done
 * @param timeout after how long a silent server is given up
 */
@Lacks(
    value = {"dest", "force", "mode", "owner", "group", "remoteSrc", "unsafeWrites"},
    instead =
        "getUrl keeps an answer in a file; or returnContent: true, and copy content: result.content")
@Lacks(value = "src", instead = "body is the text itself")
@Lacks(value = "forceBasicAuth", instead = "name and password are always sent at once")
@Lacks(value = "httpAgent", instead = "headers: ['User-Agent': '...']")
@Lacks(value = "useProxy", instead = "env: [no_proxy: '*'] keeps curl from proxies")
@Lacks(
    value = {"ciphers", "decompress", "unredirectedHeaders", "useGssapi", "useNetrc"},
    instead = "curl can: command argv: ['curl', ...]")
@Lacks(
    value = {"attributes", "attr", "seuser", "serole", "setype", "selevel"},
    instead = "uri writes no files")
public record Uri(
    String url,
    @Default("GET") String method,
    Optional<Object> body,
    @Default("raw") BodyFormat bodyFormat,
    Map<String, String> headers,
    List<String> statusCode,
    @Default("false") boolean returnContent,
    @Default("safe") FollowRedirects followRedirects,
    @Alias("user") Optional<String> urlUsername,
    @Alias("password") Optional<String> urlPassword,
    @Default("true") boolean validateCerts,
    Optional<String> clientCert,
    Optional<String> clientKey,
    Optional<String> caPath,
    Optional<String> unixSocket,
    Optional<String> creates,
    Optional<String> removes,
    @Shadows @Default("30s") Duration timeout)
    implements Module {

  /** How a body is written. */
  public enum BodyFormat {
    RAW,
    JSON,
    FORM_URLENCODED
  }

  /** Which redirections are followed. */
  public enum FollowRedirects {
    SAFE,
    ALL,
    NONE
  }

  @Override
  public String label() {
    return method + " " + url;
  }

  @Override
  public Plan plan(Host host) {
    Download request =
        new Download(url, headers, urlUsername, urlPassword, timeout.toSeconds(), validateCerts);
    check();
    if (creates.isPresent() || removes.isPresent()) {
      Optional<Plan> over = over(host);
      if (over.isPresent()) {
        return over.get();
      }
    }
    if (host.ask(new Downloader.Present()) != Downloader.CURL) {
      return Plan.refused("the host has no curl, which uri needs", "apt name: 'curl'");
    }
    byte[] config = config(request).getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> sent = body.map(value -> written(value).getBytes(StandardCharsets.UTF_8));
    Change change =
        Plan.change(label())
            .step(
                Step.Run.of(script(sent.map(bytes -> config.length)))
                    .reading(sent.map(bytes -> joined(config, bytes)).orElse(config)))
            .reads(outputs -> new Answer(outputs.get(0)).values(returnContent));
    return reading() ? change.readOnly() : change;
  }

  private boolean reading() {
    return List.of("GET", "HEAD", "OPTIONS").contains(method);
  }

  private Optional<Plan> over(Host host) {
    if (creates.isPresent()) {
      String path = HostPath.of(host, creates.get(), "creates");
      PathStat there = host.ask(new Stat(path, false));
      if (there.exists()) {
        return Optional.of(Plan.unchanged(path + " exists"));
      }
    }
    if (removes.isPresent()) {
      String path = HostPath.of(host, removes.get(), "removes");
      PathStat there = host.ask(new Stat(path, false));
      if (!there.exists()) {
        return Optional.of(Plan.unchanged(path + " does not exist"));
      }
    }
    return Optional.empty();
  }

  private void check() {
    refuse(!url.startsWith("http"), "uri speaks http and https only", "getUrl fetches others");
    boolean capitals = !method.isEmpty();
    for (int i = 0; i < method.length(); i++) {
      capitals &= method.charAt(i) >= 'A' && method.charAt(i) <= 'Z';
    }
    refuse(!capitals, "'" + method + "' is no method", "GET, POST, PUT, ... in capitals");
    for (String code : statusCode) {
      refuse(
          code.length() != 3 || !code.chars().allMatch(Character::isDigit),
          "'" + code + "' is no status",
          "statusCode: [200, 204]");
    }
    refuse(
        body.isPresent() && bodyFormat == BodyFormat.RAW && !(body.get() instanceof String),
        "a raw body is a text",
        "bodyFormat: 'json' writes maps and lists");
  }

  private static void refuse(boolean bad, String message, String hint) {
    if (bad) {
      throw new PlanException(message, hint);
    }
  }

  private String config(Download request) {
    CurlConfig config = new CurlConfig().option("url", url).flag("silent").flag("show-error");
    config.flag("globoff").option("proto", "=http,https").option("request", method);
    config.option("max-time", String.valueOf(Math.max(1, timeout.toSeconds())));
    boolean follows =
        followRedirects == FollowRedirects.ALL
            || followRedirects == FollowRedirects.SAFE
                && (method.equals("GET") || method.equals("HEAD"));
    config.flagIf(follows, "location").flagIf(!request.verified(), "insecure");
    config.flagIf(method.equals("HEAD"), "head");
    headers.forEach((name, value) -> config.option("header", name + ": " + value));
    urlUsername.ifPresent(name -> config.option("user", name + ":" + urlPassword.orElse("")));
    clientCert.ifPresent(path -> config.option("cert", path));
    clientKey.ifPresent(path -> config.option("key", path));
    caPath.ifPresent(path -> config.option("cacert", path));
    unixSocket.ifPresent(path -> config.option("unix-socket", path));
    boolean typed = headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    if (body.isPresent() && !typed && bodyFormat != BodyFormat.FORM_URLENCODED) {
      String type = bodyFormat == BodyFormat.JSON ? " application/json" : "";
      config.option("header", "Content-Type:" + type);
    }
    return config.toString();
  }

  private String written(Object value) {
    return switch (bodyFormat) {
      case RAW -> value.toString();
      case JSON -> value instanceof String json ? json : JsonText.of(value);
      case FORM_URLENCODED -> value instanceof String form ? form : JsonText.form(value);
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /**
   * Prints the status, the headers and the content, and fails if the status is not wanted.
   *
   * @param mark where standard input goes on with a body: curl refuses long lines in what it reads
   *     options from, so a body lies in a file of its own
   */
  private String script(Optional<Integer> mark) {
    String good = statusCode.isEmpty() ? "200" : String.join("|", statusCode);
    String part =
        mark.map(
                at ->
                    "dd bs=1 count="
                        + at
                        + " of=\"$d/config\" 2>/dev/null && cat >\"$d/data\" || exit\n")
            .orElse("");
    String source = mark.isPresent() ? "\"$d/config\" --data-binary \"@$d/data\"" : "-";
    return """
        umask 077
        d=$(mktemp -d) || exit
        trap 'rm -rf -- "$d"' EXIT
        trap 'exit 143' HUP INT TERM PIPE
        PARTmeta=$(curl -q -K SOURCE -o "$d/body" -D "$d/head" -w '%{http_code} %{url_effective}') || exit
        printf '%s\\n' "$meta"
        cat "$d/head"
        printf '\\036'
        SHOW
        case ${meta%% *} in
          GOOD) ;;
          *) echo "the answer is ${meta%% *}, not GOOD" >&2
             [ ! -f "$d/body" ] || head -c 2000 "$d/body" >&2; exit 22 ;;
        esac
        """
        .replace("PART", part)
        .replace("SOURCE", source)
        .replace("SHOW", returnContent ? "[ ! -f \"$d/body\" ] || head -c 1048576 \"$d/body\"" : "")
        .replace("GOOD", good);
  }

  static String name(String header) {
    return header.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
