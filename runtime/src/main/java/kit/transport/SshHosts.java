package kit.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Hosts as ssh's configuration describes them, and the hosts on the way to them. */
final class SshHosts {

  private static final int LONGEST_WAY = 8;

  private final Settings settings;
  private SshConfig config;

  SshHosts(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param name how messages call the host
   * @param wanted what stands for it on ssh's command line
   * @param said what was said on that line; what the configuration says is added to it
   */
  SshHost of(String name, String wanted, SshOptions said) {
    String self = System.getProperty("user.name");
    SshHost host = new SshHost(name, wanted, self, config().of(wanted, said, self), settings);
    host.refuse();
    return host;
  }

  private synchronized SshConfig config() {
    if (config == null) {
      config = new SshConfig(settings.sshConfig(), settings.home());
    }
    return config;
  }

  /**
   * The host through which this one is reached, if its configuration names one.
   *
   * @param behind how many hosts lie behind this one already
   */
  Optional<Endpoint> via(SshHost host, int behind) {
    Location where = host.options().where("proxyjump");
    String jumps = host.options().first("proxyjump").orElse("none");
    if (!jumps.equalsIgnoreCase("none")) {
      return Optional.of(jump(where, List.of(host.tokens(where, jumps).split(",")), behind));
    }
    where = host.options().where("proxycommand");
    Optional<String> command = host.options().first("proxycommand");
    if (command.isEmpty() || command.get().equalsIgnoreCase("none")) {
      return Optional.empty();
    }
    SshOptions said = new SshOptions();
    Optional<String> jump = SshArguments.jump(command.get(), said);
    if (jump.isEmpty()) {
      throw new KitException(
          new Problem(
              where,
              host.name() + " is behind a ProxyCommand, which kit cannot run: " + command.get(),
              "use ProxyJump, or run kit on a machine that reaches the host directly"));
    }
    return Optional.of(hop(where, jump.get(), List.of(), said, behind));
  }

  /** The last of these hosts, reached through the ones before it. */
  private Endpoint jump(Location where, List<String> hops, int behind) {
    String last = hops.get(hops.size() - 1).strip();
    return hop(where, last, hops.subList(0, hops.size() - 1), new SshOptions(), behind);
  }

  private Endpoint hop(
      Location where, String text, List<String> before, SshOptions said, int behind) {
    if (behind == LONGEST_WAY) {
      throw new KitException(
          new Problem(
              where,
              "the way through " + text + " has more than " + LONGEST_WAY + " hosts",
              "does it go in circles? exempt the host: Host " + text + ", ProxyJump none"));
    }
    JumpText jump = JumpText.of(where, text);
    List<String[]> given = new ArrayList<>();
    jump.user().ifPresent(user -> given.add(new String[] {"user", user}));
    jump.port().ifPresent(port -> given.add(new String[] {"port", port}));
    if (!before.isEmpty()) {
      given.add(new String[] {"proxyjump", String.join(",", before)});
    }
    for (String[] one : given) {
      said.add(one[0], List.of(one[1]), where);
    }
    SshHost host = of(jump.host(), jump.host(), said);
    return new Endpoint(
        jump.host(),
        Endpoint.Kind.SSH,
        host.address(),
        ConnectionVariables.port(jump.host(), host.port().orElse("22")),
        host.user(),
        host.keys(Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        host.hostKeys(),
        via(host, behind + 1),
        host.keepAlive(),
        ConnectionVariables.seconds(host.timeout().orElse(""), SshHost.CONNECT),
        Duration.ZERO,
        List.of());
  }
}
