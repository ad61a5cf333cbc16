package kit.modules.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.Checksum.Algorithm;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Shadows;

/**
 * Downloads a file, on the host, with curl or wget. The file is replaced at once, and only by what
 * came whole and with the right checksum.
 *
 * <pre>{@code
 * getUrl url: 'https://example.org/tool-1.2.tar.gz', dest: '/opt/tool.tar.gz',
 *     checksum: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
 * getUrl url: 'https://example.org/list.txt', dest: '/srv/lists/', force: true
 * }</pre>
 *
 * <p>With a {@code checksum}, nothing is downloaded while the file has it. Without one a file that
 * is there stays, unless {@code force} is on: then the host downloads it to compare, which happens
 * in check mode too and stores nothing. Passwords and headers are never in an argument list. The
 * result has {@code url, dest, checksumDest, size}.
 *
 * @param url what to download: http, https or ftp
 * @param dest absolute path on the host, or from a home directory ({@code ~/x}); in an existing
 *     directory the file is called as the URL ends, and is compared as with {@code force}
 * @param checksum {@code 'sha256:HEX'}, or {@code 'sha256:URL'} of a list of checksums that has the
 *     file's name; also {@code md5}, {@code sha1}, {@code sha224}, {@code sha384}, {@code sha512}
 * @param force whether a file that is there is compared with the URL and replaced if it differs;
 *     off by default
 * @param timeout how long a server may be silent, 10 s by default
 * @param headers further headers of the request
 * @param urlUsername user that logs in
 * @param urlPassword password of the user
 * @param validateCerts whether the server's certificate must be good; on by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param mode permissions, {@code '0644'} or {@code 'u=rw,go=r'}; an existing file keeps its own by
 *     default, a new one gets 0644
 * @param owner user name or number; unchanged by default
 * @param group group name or number; unchanged by default
 */
@FileRights
@Lacks(value = "tmpDest", instead = "a file is always put together beside dest")
@Lacks(value = "forceBasicAuth", instead = "name and password are always sent at once")
@Lacks(value = "httpAgent", instead = "headers: ['User-Agent': '...']")
@Lacks(value = "useProxy", instead = "env: [no_proxy: '*'] keeps curl and wget from proxies")
@Lacks(
    value = {
      "clientCert",
      "clientKey",
      "ciphers",
      "decompress",
      "unredirectedHeaders",
      "useGssapi",
      "useNetrc"
    },
    instead = "curl can: command argv: ['curl', ...], creates: ...")
public record GetUrl(
    String url,
    String dest,
    Optional<String> checksum,
    @Default("false") boolean force,
    @Default("10") @Shadows Duration timeout,
    Map<String, String> headers,
    @Alias("username") Optional<String> urlUsername,
    @Alias("password") Optional<String> urlPassword,
    @Default("true") boolean validateCerts,
    @Default("false") boolean backup,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  @Override
  public String label() {
    return dest;
  }

  @Override
  public Plan plan(Host host) {
    long limit = Math.max(1, timeout.toSeconds());
    Download download = new Download(url, headers, urlUsername, urlPassword, limit, validateCerts);
    Optional<Sum> sum = checksum.map(Sum::of);
    Permissions permissions = new Permissions(mode, owner, group);
    String place = HostPath.of(host, dest, "dest");
    Downloader.Present program = new Downloader.Present();
    List<Query<?>> questions = new ArrayList<>();
    questions.addAll(List.of(program, new Stat(place, true)));
    questions.add(new Stat(HostPath.parent(place), true));
    // the checksum of a file that is there and right is all that is needed
    sum.filter(known -> !known.elsewhere() && !dest.endsWith("/"))
        .ifPresent(known -> questions.add(new Checksum(place, known.algorithm())));
    host.askAll(questions.toArray(new Query<?>[0]));
    boolean inside = dest.endsWith("/") || host.ask(new Stat(place, true)).type() == Type.DIRECTORY;
    String path = inside ? HostPath.inside(place, download.name()) : place;
    host.askAll(new Stat(path, true), new Stat(HostPath.parent(path), true));
    PathStat there = host.ask(new Stat(path, true));
    if (there.exists() && there.type() != Type.FILE) {
      return Plan.refused(path + " is a " + there.type().word() + ", not a file", "");
    }
    if (host.ask(new Stat(HostPath.parent(path), true)).type() != Type.DIRECTORY) {
      return Plan.refused(
          "there is no directory " + HostPath.parent(path) + " for " + path,
          "make it first: file path: '" + HostPath.parent(path) + "', state: 'directory'");
    }
    if (there.exists() && sum.isEmpty() && !force && !inside) {
      return kept(path, there, permissions, path + " is there");
    }
    Downloader by = host.ask(program);
    Optional<String> objection = download.objection(by, sum.isPresent() && !sum.get().elsewhere());
    if (sum.isPresent() && !sum.get().elsewhere()) {
      Sum wanted = sum.get();
      Checksum question = new Checksum(path, wanted.algorithm());
      if (there.exists() && host.ask(question).equals(Optional.of(wanted.value()))) {
        return kept(path, there, permissions, path + " has the checksum");
      }
      return objection.isPresent()
          ? refused(objection.get())
          : download(host, download, by, path, there, sum, permissions);
    }
    if (objection.isPresent()) {
      return refused(objection.get());
    }
    return compared(host, download, by, path, there, sum, permissions);
  }

  /** The checksum is to be asked for, be it in a list or of the URL itself. */
  private Plan compared(
      Host host,
      Download download,
      Downloader by,
      String path,
      PathStat there,
      Optional<Sum> sum,
      Permissions permissions) {
    if (sum.isEmpty() && !there.exists()) {
      return download(host, download, by, path, there, sum, permissions);
    }
    Algorithm algorithm = sum.map(Sum::algorithm).orElse(Algorithm.SHA256);
    Download source = sum.map(list -> download.of(list.value())).orElse(download);
    Optional<Algorithm> summing = sum.isPresent() ? Optional.empty() : Optional.of(algorithm);
    Fetched question = new Fetched(source, by, summing);
    host.askAll(question, new Checksum(path, algorithm));
    Fetched.Answer answer = host.ask(question);
    if (!answer.problem().isEmpty()) {
      return Plan.refused(
          source.url() + " cannot be fetched: " + answer.problem(), "is it reachable from there?");
    }
    Optional<String> hex =
        sum.isPresent() ? sum.get().in(answer.text(), download.name()) : Optional.of(answer.text());
    if (hex.isEmpty()) {
      return Plan.refused(
          source.url() + " has no checksum of " + download.name(), "give the checksum itself");
    }
    return there.exists() && host.ask(new Checksum(path, algorithm)).equals(hex)
        ? kept(path, there, permissions, path + " is the same")
        : download(
            host, download, by, path, there, hex.map(it -> new Sum(algorithm, it)), permissions);
  }

  private static Plan refused(String objection) {
    return Plan.refused(objection, "install curl: packages name: 'curl'");
  }

  private Plan kept(String path, PathStat there, Permissions permissions, String why) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("url", url);
    values.put("dest", path);
    values.put("size", there.size());
    if (permissions.held(there)) {
      return Plan.unchanged(why, values);
    }
    return Plan.change("set permissions of " + path)
        .diff(Diff.of(path, Permissions.shown(there), permissions.wanted(there)))
        .run(permissions.script(Sh.path(path), permissions.bits(there)))
        .touches(Resource.path(path))
        .value("url", url)
        .value("dest", path);
  }

  private Plan download(
      Host host,
      Download download,
      Downloader by,
      String path,
      PathStat there,
      Optional<Sum> sum,
      Permissions permissions) {
    PathStat fresh = PathStat.created(Type.FILE, 0644, host.user(), 0, host.now().getEpochSecond());
    PathStat before = there.exists() ? there : fresh;
    String now = there.exists() ? there.size() + " bytes\n" : "";
    String then = "what " + url + " gives" + sum.map(GetUrl::shown).orElse("") + "\n";
    return Plan.change((there.exists() ? "replace " : "download ") + path)
        .diff(Diff.of(path, now, then))
        .run(
            new Delivery(there.linked() ? there.realPath() : path, there, permissions, backup)
                .script(download.function(by), sum, permissions.bits(before)))
        .touches(Resource.path(path))
        .value("url", url)
        .value("dest", path)
        .reads(outputs -> Delivery.fields(outputs.get(outputs.size() - 1)));
  }

  private static String shown(Sum sum) {
    return ", " + Sum.command(sum.algorithm()) + " " + sum.value();
  }
}
