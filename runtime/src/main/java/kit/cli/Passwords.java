package kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import kit.cli.option.ConnectionOptions;
import kit.cli.terminal.Prompt;
import kit.cli.terminal.Screen;
import kit.transport.Endpoint;
import kit.transport.Password;
import kit.transport.Settings;

/** Asks for passwords, and has every password that is used hidden from all output. */
final class Passwords {

  private final Screen screen;
  private Settings asked;

  Passwords(Screen screen) {
    this.screen = screen;
  }

  /** What the command line says of connections; asks once for what it says to ask for. */
  Settings settings(ConnectionOptions options) {
    if (asked == null) {
      asked = said(options);
    }
    return asked;
  }

  private Settings said(ConnectionOptions options) {
    Path home = Path.of(System.getProperty("user.home"));
    Settings plain = Settings.of(home);
    Optional<Password> login = Optional.empty();
    if (options.askPassword()) {
      login = Optional.of(ask("login password", "log in with a key"));
    }
    Optional<Password> become = Optional.empty();
    if (options.askBecomePassword()) {
      become = Optional.of(ask("become password", "set ansible_become_password in the inventory"));
    }
    return new Settings(
        said(options.user()),
        said(options.privateKey()).map(Path::of),
        login,
        become,
        options.acceptNewHostKeys(),
        options.timeout().isZero() ? Optional.empty() : Optional.of(options.timeout()),
        plain.knownHosts(),
        plain.sshConfig(),
        home,
        plain.environment(),
        what -> Optional.of(ask(what, "use a key without passphrase, or an agent")));
  }

  /** The same way to hosts, with their passwords hidden. */
  Function<String, Endpoint> hiding(Function<String, Endpoint> endpoints) {
    return host -> {
      Endpoint endpoint = endpoints.apply(host);
      hide(endpoint.password());
      hide(endpoint.becomePassword());
      return endpoint;
    };
  }

  private void hide(Optional<Password> password) {
    if (password.isPresent()) {
      screen.redactor.hide(new String(password.get().chars()));
    }
  }

  private Password ask(String what, String instead) {
    String secret = Prompt.ofUser().ask(what, instead);
    screen.redactor.hide(secret);
    return Password.of(secret);
  }

  private static Optional<String> said(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
