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

/** Logs in: keys in their order, then the password, which is sent once only. */
final class Login {

  private final SSHClient client;
  private final Endpoint endpoint;
  private final Identities identities;
  private final KeyRing ring;
  private final List<String> tried = new ArrayList<>();
  private final List<byte[]> offered = new ArrayList<>();
  private boolean over; // the host hears no further try
  private Unreachable unusable; // a key that the host might take, but kit cannot use

  Login(SSHClient client, Endpoint endpoint, Identities identities) {
    this.client = client;
    this.endpoint = endpoint;
    this.identities = identities;
    this.ring = new KeyRing(endpoint.keys(), identities);
  }

  /**
   * @throws Unreachable if the host does not let the user in
   * @throws IOException if the connection broke
   */
  void run() throws IOException {
    if (files(endpoint.keys().named())
        || agent()
        || files(endpoint.keys().usual())
        || endpoint.password().isPresent() && password(endpoint.password().get())) {
      return;
    }
    throw unusable != null && tried.isEmpty() ? unusable : refused();
  }

  private boolean files(List<Path> files) throws IOException {
    for (Path file : files) {
      try {
        if (file(identities.of(file))) {
          return true;
        }
      } catch (Unreachable e) {
        if (over) {
          throw e;
        }
        unusable = e;
      }
    }
    return false;
  }

  private boolean file(Identity identity) throws IOException {
    for (Signer signer : ring.of(identity)) {
      boolean plain = signer == identity && (identity.open() || identity.blob() == null);
      if (plain ? signed(identity) : offer(signer, identity.file().toString())) {
        return true;
      }
    }
    return false;
  }

  /** Nobody need be asked for a signature, so it is sent at once: a round trip less. */
  private boolean signed(Identity identity) throws IOException {
    identity.unlock();
    tried.add(identity.file().toString());
    if (identity.blob() != null) {
      offered.add(identity.blob());
    }
    return accepted(new SignedKey(identity));
  }

  private boolean offer(Signer signer, String name) throws IOException {
    offered.add(signer.blob());
    String kind = signer instanceof AgentKey ? " (agent)" : "";
    tried.add(name + (signer instanceof Certificate ? " (certificate)" : kind));
    OfferedKey offer = new OfferedKey(signer);
    accepted(offer);
    if (!offer.accepted()) {
      return false;
    }
    try {
      return accepted(new SignerLogin(signer, offer.algorithm()));
    } catch (Unreachable e) {
      tried.remove(tried.size() - 1); // the host would have taken it
      throw e;
    }
  }

  private boolean agent() throws IOException {
    for (AgentKey key : ring.others(offered)) {
      if (offer(key, key.comment())) {
        return true;
      }
    }
    return false;
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
      if (tooMany(e)) {
        over = true;
        throw say(
            who() + " is given no further try after " + tried.size() + " keys: " + tried(),
            "name the right key: ansible_ssh_private_key_file, or IdentityFile and IdentitiesOnly");
      }
      if (client.getTransport().isRunning()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean tooMany(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (String.valueOf(e.getMessage()).contains("Too many authentication failures")) {
        return true;
      }
    }
    return false;
  }

  private Unreachable refused() {
    String trouble = ring.trouble();
    if (tried.isEmpty()) {
      return say(
          "there is no key and no password to log in as "
              + who()
              + (trouble.isEmpty() ? "" : "; " + trouble),
          "give --private-key or ansible_ssh_private_key_file, or --ask-pass");
    }
    return say(
        "login refused for "
            + who()
            + "; tried: "
            + tried()
            + (unusable == null ? "" : "; " + unusable.problems().get(0).message()),
        (trouble.isEmpty() ? "" : trouble + "; ")
            + "is that the right user and key? it accepts: "
            + String.join(", ", client.getUserAuth().getAllowedMethods()));
  }

  private String who() {
    return endpoint.user() + " on " + endpoint.name() + " (" + endpoint.place() + ")";
  }

  private String tried() {
    return String.join(", ", tried);
  }

  private static Unreachable say(String message, String hint) {
    return new Unreachable(message, hint, false);
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
