package kit.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * A host as ssh sees it.
 *
 * @param name how messages call it
 * @param wanted what stands for it on ssh's command line
 * @param self who runs kit
 * @param options all that is said about it
 * @param settings what kit's command line says
 */
record SshHost(String name, String wanted, String self, SshOptions options, Settings settings) {

  static final Duration CONNECT = Duration.ofSeconds(10);

  private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  /** Refuses what kit cannot do and must not pass over. */
  void refuse() {
    for (String key : SshKeywords.REFUSED) {
      String value = options.first(key).orElse("none");
      if (!value.equalsIgnoreCase("none") && !value.equalsIgnoreCase("no")) {
        throw new KitException(
            new Problem(
                options.where(key),
                "kit cannot follow " + key + " " + value + ", which ssh has for " + name,
                key.equals("canonicalizehostname")
                    ? "write whole names: in ansible_host, or as HostName"
                    : "exempt the host from it, or run kit where it is not needed"));
      }
    }
  }

  String address() {
    String address =
        SshWords.tokens(
            options.where("hostname"), options.first("hostname").orElse(wanted), "h", wanted);
    boolean six = address.startsWith("[") && address.endsWith("]");
    return (six ? address.substring(1, address.length() - 1) : address).toLowerCase(Locale.ROOT);
  }

  Optional<String> port() {
    return options.first("port");
  }

  String user() {
    return options.first("user").orElse(self);
  }

  /** How many seconds connecting may take, if that is said. */
  Optional<String> timeout() {
    return settings.timeout().isPresent()
        ? Optional.of(Long.toString(settings.timeout().get().toSeconds()))
        : options.first("connecttimeout");
  }

  /** Replaces percent tokens in a setting. */
  String tokens(Location where, String text) {
    return SshWords.tokens(
        where,
        text,
        "h",
        address(),
        "p",
        port().orElse("22"),
        "r",
        user(),
        "n",
        wanted,
        "k",
        options.first("hostkeyalias").orElse(wanted),
        "u",
        self,
        "d",
        settings.home().toString());
  }

  private Path path(String key, String text) {
    Location where = options.where(key);
    String replaced = SshWords.environment(where, tokens(where, text));
    return SshWords.tilde(replaced, settings.home());
  }

  /**
   * @param said the key file that the inventory names
   * @param otherwise the key file that the command line names
   */
  Keys keys(Optional<String> said, Optional<Path> otherwise) {
    List<Path> named = new ArrayList<>();
    Optional<Path> first =
        said.isPresent() ? Optional.of(SshWords.tilde(said.get(), settings.home())) : otherwise;
    if (first.isPresent()) {
      if (!Files.isReadable(first.get())) {
        throw new KitException(
            "the key file of " + name + " cannot be read: " + first.get(),
            "check ansible_ssh_private_key_file or the --private-key given");
      }
      named.add(first.get());
    }
    List<String> configured = options.all("identityfile");
    for (String file : configured) {
      Path path = path("identityfile", file);
      boolean there = Files.isReadable(path) || Files.isReadable(Path.of(path + ".pub"));
      if (there && !named.contains(path) && !file.equals("none")) {
        named.add(path);
      }
    }
    List<Path> usual = new ArrayList<>();
    if (first.isEmpty() && configured.isEmpty()) {
      for (String file : USUAL_KEYS) {
        Path path = settings.home().resolve(".ssh").resolve(file);
        if (Files.isReadable(path)) {
          usual.add(path);
        }
      }
    }
    boolean only = options.first("identitiesonly").orElse("no").equalsIgnoreCase("yes");
    List<Path> certificates = new ArrayList<>();
    for (String file : options.all("certificatefile")) {
      certificates.add(path("certificatefile", file));
    }
    return new Keys(named, usual, certificates, agent(), only);
  }

  private Optional<Path> agent() {
    String said = options.first("identityagent").orElse("SSH_AUTH_SOCK");
    String variable =
        said.startsWith("$") && !said.startsWith("${")
            ? said.substring(1)
            : said.equals("SSH_AUTH_SOCK") ? said : "";
    if (!variable.isEmpty()) {
      String socket = settings.environment().apply(variable);
      return socket == null || socket.isEmpty() ? Optional.empty() : Optional.of(Path.of(socket));
    }
    return said.equalsIgnoreCase("none")
        ? Optional.empty()
        : Optional.of(path("identityagent", said));
  }

  HostKeys hostKeys() {
    List<Path> files = new ArrayList<>(settings.knownHosts());
    if (files.isEmpty()) {
      add(files, "userknownhostsfile", "~/.ssh/known_hosts", "~/.ssh/known_hosts2");
      if (files.isEmpty()) {
        files.add(Path.of("/dev/null")); // "none": nothing is to be written down either
      }
      add(files, "globalknownhostsfile", "/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");
    }
    String strict = options.first("stricthostkeychecking").orElse("ask");
    // "no" would let ssh follow a changed key; kit never does
    boolean acceptNew =
        settings.acceptNewHostKeys()
            || strict.equals("accept-new")
            || strict.equals("no")
            || strict.equals("off");
    return new HostKeys(files, acceptNew, options.first("hostkeyalias"));
  }

  private void add(List<Path> files, String key, String... otherwise) {
    List<String> said = options.words(key);
    for (String file : said.isEmpty() ? List.of(otherwise) : said) {
      if (!file.equalsIgnoreCase("none")) {
        files.add(path(key, file));
      }
    }
  }

  KeepAlive keepAlive() {
    int seconds = number("serveraliveinterval", 0);
    int misses = number("serveralivecountmax", KeepAlive.DEFAULT.misses());
    return seconds == 0 ? KeepAlive.DEFAULT : new KeepAlive(seconds, Math.max(1, misses));
  }

  private int number(String key, int otherwise) {
    Optional<String> said = options.first(key);
    if (said.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseUnsignedInt(said.get());
    } catch (NumberFormatException e) {
      throw new KitException(
          new Problem(
              options.where(key), "'" + said.get() + "' is no number of " + key, "a whole number"));
    }
  }
}
