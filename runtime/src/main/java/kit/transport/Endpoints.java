package kit.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kit.model.KitException;
import kit.model.Problem;

/**
 * Finds out how hosts are reached. In order: the host's variables (Ansible's names), the command
 * line, ssh's configuration, what ssh does by itself.
 */
public final class Endpoints {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration BECOME = Duration.ofSeconds(12);
  private static final List<String> DEFAULT_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  private final Function<String, Map<String, Object>> variables;
  private final Settings settings;
  private final SshConfig config;

  /**
   * @param variables the variables of a host by its name
   * @param settings what the command line says
   */
  public Endpoints(Function<String, Map<String, Object>> variables, Settings settings) {
    this.variables = variables;
    this.settings = settings;
    this.config =
        settings.sshConfig().isPresent()
            ? SshConfig.read(settings.sshConfig().get(), settings.home())
            : SshConfig.empty();
  }

  /**
   * How this host is reached.
   *
   * @throws KitException if its variables or ssh's configuration cannot be followed
   */
  public Endpoint of(String name) {
    ConnectionVariables vars = new ConnectionVariables(name, variables.apply(name));
    String wanted = vars.text("ansible_host", "ansible_ssh_host").orElse(name);
    SshOptions options = options(vars, wanted);
    boolean local = vars.kind() == Endpoint.Kind.LOCAL;
    if (!local) {
      refuseProxies(name, options);
    }
    String address = SshWords.tokens(options.first("hostname").orElse(wanted), "h", wanted);
    int port = vars.port(options.first("port"));
    String self = System.getProperty("user.name");
    String user =
        vars.text("ansible_user", "ansible_ssh_user")
            .orElse(settings.user().orElse(options.first("user").orElse(self)));
    String[] tokens = {
      "h",
      address,
      "p",
      Integer.toString(port),
      "r",
      user,
      "n",
      wanted,
      "u",
      self,
      "d",
      settings.home().toString()
    };
    Optional<String> said =
        settings.timeout().isPresent()
            ? Optional.of(Long.toString(settings.timeout().get().toSeconds()))
            : options.first("connecttimeout");
    return new Endpoint(
        name,
        vars.kind(),
        bare(address),
        port,
        local ? self : user,
        local ? List.of() : keys(vars, options, tokens),
        either(
            vars.password("ansible_password", "ansible_ssh_pass", "ansible_ssh_password"),
            settings.password()),
        either(
            vars.password("ansible_become_password", "ansible_become_pass", "ansible_sudo_pass"),
            settings.becomePassword()),
        vars.text("ansible_become_method"),
        vars.text("ansible_become_exe"),
        hostKeys(options, tokens),
        vars.seconds(said, CONNECT, "ansible_timeout", "ansible_ssh_timeout"),
        vars.seconds(Optional.empty(), BECOME, "ansible_become_timeout"));
  }

  private SshOptions options(ConnectionVariables vars, String wanted) {
    SshOptions options = config.of(wanted);
    SshOptions all = new SshOptions();
    SshArguments.read(vars.text("ansible_ssh_common_args").orElse(""), all);
    SshArguments.read(vars.text("ansible_ssh_extra_args").orElse(""), all);
    all.addAll(options);
    return all;
  }

  private static void refuseProxies(String name, SshOptions options) {
    for (String key : new String[] {"proxyjump", "proxycommand"}) {
      String value = options.first(key).orElse("none");
      if (!value.equalsIgnoreCase("none")) {
        throw new KitException(
            new Problem(
                options.where(key),
                name + " is behind a proxy (" + key + " " + value + "), which kit cannot use yet",
                "run kit on a machine that reaches the host directly"));
      }
    }
  }

  private List<Path> keys(ConnectionVariables vars, SshOptions options, String[] tokens) {
    List<Path> keys = new ArrayList<>();
    Optional<Path> said =
        either(
            path(vars.text("ansible_ssh_private_key_file", "ansible_private_key_file")),
            settings.keyFile());
    if (said.isPresent()) {
      if (!Files.isReadable(said.get())) {
        throw new KitException(
            "the key file of " + vars.host() + " cannot be read: " + said.get(),
            "check ansible_ssh_private_key_file or the --key-file given");
      }
      keys.add(said.get());
    }
    List<String> configured = options.all("identityfile");
    for (String file : configured) {
      Path path = SshWords.tilde(SshWords.tokens(file, tokens), settings.home());
      if (Files.isReadable(path) && !keys.contains(path)) {
        keys.add(path);
      }
    }
    if (said.isEmpty() && configured.isEmpty()) {
      for (String file : DEFAULT_KEYS) {
        Path path = settings.home().resolve(".ssh").resolve(file);
        if (Files.isReadable(path)) {
          keys.add(path);
        }
      }
    }
    return keys;
  }

  private HostKeys hostKeys(SshOptions options, String[] tokens) {
    List<Path> files = new ArrayList<>(settings.knownHosts());
    if (files.isEmpty()) {
      List<String> said = options.words("userknownhostsfile");
      for (String file : said.isEmpty() ? List.of("~/.ssh/known_hosts") : said) {
        files.add(SshWords.tilde(SshWords.tokens(file, tokens), settings.home()));
      }
      files.add(Path.of("/etc/ssh/ssh_known_hosts"));
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

  private Optional<Path> path(Optional<String> text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(SshWords.tilde(text.get(), settings.home()));
  }

  private static <T> Optional<T> either(Optional<T> first, Optional<T> second) {
    return first.isPresent() ? first : second;
  }

  private static String bare(String address) {
    return address.startsWith("[") && address.endsWith("]")
        ? address.substring(1, address.length() - 1)
        : address;
  }
}
