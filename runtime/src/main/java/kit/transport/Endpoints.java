package kit.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kit.model.Location;

/**
 * Finds out how hosts are reached. In order: the host's variables (Ansible's names), the command
 * line, ssh's configuration, what ssh does by itself.
 */
public final class Endpoints {

  private static final Duration BECOME = Duration.ofSeconds(12);

  private final Function<String, Map<String, Object>> variables;
  private final Settings settings;
  private final SshHosts hosts;

  /**
   * @param variables the variables of a host by its name
   * @param settings what the command line says
   */
  public Endpoints(Function<String, Map<String, Object>> variables, Settings settings) {
    this.variables = variables;
    this.settings = settings;
    this.hosts = new SshHosts(settings);
  }

  /**
   * How this host is reached.
   *
   * @throws kit.model.KitException if its variables or ssh's configuration cannot be followed
   */
  public Endpoint of(String name) {
    ConnectionVariables vars = new ConnectionVariables(name, variables.apply(name));
    return switch (vars.kind()) {
      case LOCAL -> local(vars);
      case SSH -> ssh(vars);
      case DOCKER -> docker(vars);
    };
  }

  private Endpoint local(ConnectionVariables vars) {
    return new Endpoint(
        vars.host(),
        Endpoint.Kind.LOCAL,
        vars.text("ansible_host", "ansible_ssh_host").orElse(vars.host()),
        vars.port(Optional.empty()),
        System.getProperty("user.name"),
        Keys.NONE,
        Optional.empty(),
        becomePassword(vars),
        vars.text("ansible_become_method"),
        vars.text("ansible_become_exe"),
        new HostKeys(List.of(), false, Optional.empty()),
        Optional.empty(),
        KeepAlive.DEFAULT,
        Duration.ZERO,
        becomeTimeout(vars),
        List.of());
  }

  private Endpoint docker(ConnectionVariables vars) {
    return new Endpoint(
        vars.host(),
        Endpoint.Kind.DOCKER,
        vars.text("ansible_host", "ansible_docker_host").orElse(vars.host()),
        vars.port(Optional.empty()),
        either(vars.text("ansible_user", "ansible_docker_user"), settings.user()).orElse(""),
        Keys.NONE,
        Optional.empty(),
        becomePassword(vars),
        vars.text("ansible_become_method"),
        vars.text("ansible_become_exe"),
        new HostKeys(List.of(), false, Optional.empty()),
        Optional.empty(),
        KeepAlive.DEFAULT,
        vars.seconds(
            settings.timeout().map(limit -> String.valueOf(limit.toSeconds())),
            SshHost.CONNECT,
            "ansible_timeout",
            "ansible_docker_timeout"),
        becomeTimeout(vars),
        EngineArguments.of(vars));
  }

  private Endpoint ssh(ConnectionVariables vars) {
    SshOptions said = new SshOptions();
    say(said, "user", either(vars.text("ansible_user", "ansible_ssh_user"), settings.user()));
    say(said, "port", vars.text("ansible_port", "ansible_ssh_port"));
    SshArguments.read(vars.text("ansible_ssh_common_args").orElse(""), said);
    SshArguments.read(vars.text("ansible_ssh_extra_args").orElse(""), said);
    String wanted = vars.text("ansible_host", "ansible_ssh_host").orElse(vars.host());
    SshHost host = hosts.of(vars.host(), wanted, said);
    return new Endpoint(
        vars.host(),
        Endpoint.Kind.SSH,
        host.address(),
        vars.port(host.port()),
        host.user(),
        host.keys(
            vars.text("ansible_ssh_private_key_file", "ansible_private_key_file"),
            settings.keyFile()),
        either(
            vars.password("ansible_password", "ansible_ssh_pass", "ansible_ssh_password"),
            settings.password()),
        becomePassword(vars),
        vars.text("ansible_become_method"),
        vars.text("ansible_become_exe"),
        host.hostKeys(),
        hosts.via(host, 0),
        host.keepAlive(),
        vars.seconds(host.timeout(), SshHost.CONNECT, "ansible_timeout", "ansible_ssh_timeout"),
        becomeTimeout(vars),
        List.of());
  }

  private Optional<Password> becomePassword(ConnectionVariables vars) {
    return either(
        vars.password("ansible_become_password", "ansible_become_pass", "ansible_sudo_pass"),
        settings.becomePassword());
  }

  private static Duration becomeTimeout(ConnectionVariables vars) {
    return vars.seconds(Optional.empty(), BECOME, "ansible_become_timeout");
  }

  private static void say(SshOptions options, String key, Optional<String> value) {
    if (value.isPresent()) {
      options.add(key, List.of(value.get()), Location.NONE);
    }
  }

  static <T> Optional<T> either(Optional<T> first, Optional<T> second) {
    return first.isPresent() ? first : second;
  }
}
