package kit.transport.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kit.target.Unreachable;
import kit.transport.Endpoint;
import kit.transport.Password;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.PasswordResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * Logs in: keys in their order, then the password, which is sent once only. (An agent's keys would
 * come first, as further identities.)
 */
final class Login {

  private final SSHClient client;
  private final Endpoint endpoint;
  private final Identities identities;
  private final List<String> tried = new ArrayList<>();

  Login(SSHClient client, Endpoint endpoint, Identities identities) {
    this.client = client;
    this.endpoint = endpoint;
    this.identities = identities;
  }

  /**
   * @throws Unreachable if the host does not let the user in
   * @throws IOException if the connection broke
   */
  void run() throws IOException {
    Unreachable unusable = null;
    for (Path file : endpoint.keyFiles()) {
      try {
        if (key(identities.of(file))) {
          return;
        }
      } catch (Unreachable e) {
        unusable = e;
      }
    }
    if (endpoint.password().isPresent() && password(endpoint.password().get())) {
      return;
    }
    throw unusable != null && tried.isEmpty() ? unusable : refused();
  }

  private boolean key(Identity identity) throws IOException {
    if (identity.askHostFirst()) {
      OfferedKey offer = new OfferedKey(identity);
      accepted(offer);
      if (!offer.accepted()) {
        tried.add(identity.file().toString());
        return false;
      }
    }
    identity.unlock();
    tried.add(identity.file().toString());
    return accepted(new SignedKey(identity));
  }

  private boolean password(Password password) throws IOException {
    tried.add("the password");
    PasswordFinder once = new Once(password);
    if (accepted(new AuthPassword(once))) {
      return true;
    }
    Collection<String> allowed = client.getUserAuth().getAllowedMethods();
    return !allowed.contains("password")
        && allowed.contains("keyboard-interactive")
        && accepted(new AuthKeyboardInteractive(new PasswordResponseProvider(once)));
  }

  private boolean accepted(AuthMethod method) throws IOException {
    try {
      client.auth(endpoint.user(), method);
      return true;
    } catch (UserAuthException e) {
      if (!client.getTransport().isRunning()) {
        throw e;
      }
      return false;
    }
  }

  private Unreachable refused() {
    String who = endpoint.user() + " on " + endpoint.name() + " (" + endpoint.place() + ")";
    if (tried.isEmpty()) {
      return new Unreachable(
          "there is no key and no password to log in as " + who,
          "give --key-file or ansible_ssh_private_key_file, or --ask-pass",
          false);
    }
    StringBuilder what = new StringBuilder();
    for (String one : tried) {
      what.append(what.isEmpty() ? "" : ", ").append(one);
    }
    return new Unreachable(
        "login refused for " + who + "; tried: " + what,
        "is that the right user and key? it accepts: "
            + String.join(", ", client.getUserAuth().getAllowedMethods()),
        false);
  }

  /** Gives the password and never asks for another try: that could lock the account. */
  private record Once(Password password) implements PasswordFinder {

    @Override
    public char[] reqPassword(Resource<?> resource) {
      return password.chars();
    }

    @Override
    public boolean shouldRetry(Resource<?> resource) {
      return false;
    }
  }
}
