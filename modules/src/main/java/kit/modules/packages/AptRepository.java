package kit.modules.packages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.FileContent.State;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Tells apt of a repository, in a file of its own in {@code /etc/apt/sources.list.d}.
 *
 * <p>The file has apt's newer form (deb822). Its key is named or written in it by {@code signedBy},
 * so that it is trusted for this repository only; kit does not add keys that are trusted for all,
 * as Ansible's apt_key does. If the package lists cannot be fetched, the old state comes back and
 * the call fails. A file of the same name in the older form, {@code .list}, is an error. The result
 * has {@code path}.
 *
 * <pre>{@code
 * aptRepository name: 'example', uris: ['https://apt.example.org/debian'], suites: ['bookworm'],
 *     components: ['main'], signedBy: '/usr/share/keyrings/example.gpg'
 * aptRepository repo: 'deb https://apt.example.org/debian bookworm-backports main', filename: 'backports'
 * aptRepository name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name what the file is called, without {@code .sources}; made of the address if not given
 * @param repo the repository in apt's older form, one line; instead of the following
 * @param uris where it is
 * @param suites releases: bookworm, stable, or a path with a slash at its end
 * @param components main, contrib, ...; none for a path
 * @param types what it has: deb, deb-src
 * @param architectures for which architectures; those of the host if none are given
 * @param signedBy the key: path of a keyring on the host, or the key itself in ASCII armor
 * @param trusted whether it is believed without any signature; dangerous
 * @param enabled whether apt uses it
 * @param state whether it should be there
 * @param updateCache whether the lists of a new or changed repository are fetched
 * @param mode permissions of the file
 */
@Lacks(
    value = "codename",
    instead = "suites names the release; a PPA is given by its uris and the key that signs it")
@Lacks(
    value = {"key", "keyring", "keyserver", "id", "data", "url", "file"},
    instead = "signedBy has the key or its path; getUrl brings a key to the host")
@Lacks(
    value = {"installPythonApt", "installPythonDebian"},
    instead = "kit needs no Python on the host")
@Lacks(
    value = {"updateCacheRetries", "updateCacheRetryMaxDelay"},
    instead = "retries and delay try any call again")
@Lacks(
    value = "validateCerts",
    instead = "apt checks certificates as its own settings say: a file in /etc/apt/apt.conf.d")
@Lacks(
    value = {
      "allowInsecure",
      "allowWeak",
      "allowDowngradeToInsecure",
      "byHash",
      "checkDate",
      "checkValidUntil",
      "dateMaxFuture",
      "inreleasePath",
      "languages",
      "pdiffs",
      "targets"
    },
    instead = "copy writes a file of sources with any field")
public record AptRepository(
    @Alias("filename") Optional<String> name,
    Optional<String> repo,
    List<String> uris,
    List<String> suites,
    List<String> components,
    @Default("deb") List<String> types,
    List<String> architectures,
    Optional<String> signedBy,
    Optional<Boolean> trusted,
    @Default("true") boolean enabled,
    @Default("present") Presence state,
    @Alias("updateCaches") @Default("true") boolean updateCache,
    @Default("0644") Mode mode)
    implements Module {

  /** Whether it should be there. */
  public enum Presence {
    PRESENT,
    ABSENT
  }

  private static final String FOLDER = "/etc/apt/sources.list.d/";

  @Override
  public String label() {
    return name.or(() -> repo).orElseGet(() -> String.join(" ", uris));
  }

  @Override
  public Plan plan(Host host) {
    boolean present = state == Presence.PRESENT;
    if (repo.isPresent() && !uris.isEmpty()) {
      throw new PlanException("both repo and uris are given", "give one of them");
    }
    Optional<AptSource> source =
        present || repo.isPresent() || !uris.isEmpty() ? Optional.of(source()) : Optional.empty();
    String file = FOLDER + fileName(source) + ".sources";
    String text = present ? source.orElseThrow().text(fields()) : "";
    Content content = new Content(file);
    Content older = new Content(file.replaceFirst("[.]sources$", ".list"));
    host.askAll(content, older);
    FileContent old = host.ask(content);
    if (host.ask(older).text().lines().anyMatch(line -> line.startsWith("deb"))) {
      return Plan.refused(
          older.path() + " holds repositories too, and apt would read both",
          "first: file path: '" + older.path() + "', state: 'absent'");
    }
    if (!old.held() && old.state() != State.ABSENT) {
      return Plan.refused(file + " cannot be read by " + host.user(), "become root");
    }
    if (present ? old.held() && old.text().equals(text) : !old.held()) {
      return Plan.unchanged(
          label() + (present ? " is there" : " is not there"), Map.of("path", file));
    }
    return change(content, old, text);
  }

  private AptSource source() {
    return repo.isPresent()
        ? AptSource.of(repo.get())
        : new AptSource(types, uris, suites, components, architectures, List.of());
  }

  private String fileName(Optional<AptSource> source) {
    String file = name.orElseGet(() -> source.map(AptSource::name).orElse(""));
    boolean good = !file.isEmpty() && !file.startsWith(".");
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      good &= c < 128 && Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0;
    }
    if (!good) {
      throw new PlanException(
          file.isEmpty() ? "name is missing" : "'" + file + "' is no name apt reads",
          "letters, digits, _, - and dots");
    }
    return file.endsWith(".sources") ? file.substring(0, file.length() - 8) : file;
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    signedBy.ifPresent(key -> fields.add("Signed-By:" + key(key)));
    trusted.ifPresent(yes -> fields.add("Trusted: " + (yes ? "yes" : "no")));
    if (!enabled) {
      fields.add("Enabled: no");
    }
    return fields;
  }

  /** A path as it is; a key on lines of its own, which begin with a blank. */
  private static String key(String key) {
    String text = key.strip();
    if (text.indexOf('\n') < 0) {
      if (!text.startsWith("/")) {
        throw new PlanException(
            "signedBy '" + text + "' is neither a path nor a key",
            "/usr/share/keyrings/x.gpg, or the text that begins with -----BEGIN PGP");
      }
      return " " + text;
    }
    StringBuilder lines = new StringBuilder();
    for (String line : text.split("\n")) {
      lines.append("\n ").append(line.isBlank() ? "." : line.stripTrailing());
    }
    return lines.toString();
  }

  private Change change(Content content, FileContent old, String text) {
    String file = content.path();
    boolean present = state == Presence.PRESENT;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Change change =
        Plan.change((present ? "set" : "remove") + " repository " + label())
            .diff(Diff.of(file, old.text(), text))
            .value("path", file);
    change =
        present
            ? change.step(Step.Write.of(file, bytes).at(mode.bits(0, false)))
            : change.run("rm -f -- " + Sh.path(file) + "\n");
    if (updateCache && present && enabled) {
      change = change.run(fetch(file, old));
    }
    return change
        .touches(
            Resource.path(file), new Resource("package", "*"), Resource.path("/var/lib/apt/lists"))
        .predicts(content, present ? FileContent.of(bytes) : FileContent.missing(State.ABSENT));
  }

  /**
   * Only the lists of this repository; without them the file must not stay, or nobody would try
   * again.
   */
  private static String fetch(String file, FileContent old) {
    String path = Sh.path(file);
    String back =
        old.held() ? "printf %s " + Sh.quote(old.text()) + " >" + path : "rm -f -- " + path;
    return "apt-get -q -o DPkg::Lock::Timeout=60 -o APT::Update::Error-Mode=any -o Dir::Etc::sourcelist="
        + path
        + " -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0 update >/dev/null || { "
        + back
        + "; exit 100; }\n";
  }
}
