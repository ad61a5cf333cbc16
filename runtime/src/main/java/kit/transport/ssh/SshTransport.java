package kit.transport.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.Security;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import kit.target.Unreachable;
import kit.transport.Asker;
import kit.transport.Connection;
import kit.transport.Deadlines;
import kit.transport.Endpoint;
import kit.transport.Transport;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SecurityUtils;

/** Connects over SSH. */
public final class SshTransport implements Transport {

  private static final int ATTEMPTS = 6;
  private static final int LOGIN_MILLIS = 30_000;

  private final LeanConfig config = new LeanConfig();
  private final Deadlines deadlines = new Deadlines();
  private final Identities identities;
  private final Map<List<Path>, KnownHosts> knownHosts = new HashMap<>();
  private final Map<Endpoint, Jump> jumps = new HashMap<>();

  /**
   * @param asker asks for passphrases of keys
   */
  public SshTransport(Asker asker) {
    SecurityUtils.setRegisterBouncyCastle(false);
    Security.addProvider(new EcdsaProvider());
    identities = new Identities(config, asker);
  }

  /** Tries again if a busy server hung up before it had said who it is, and only then. */
  @Override
  public Connection connect(Endpoint endpoint) {
    return connection(endpoint);
  }

  private SshConnection connection(Endpoint endpoint) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(endpoint);
      } catch (HungUp e) {
        if (attempt == ATTEMPTS) {
          throw new Unreachable(
              endpoint.name() + " (" + endpoint.place() + ") hangs up: " + e.getMessage(),
              "is sshd running there, and not at its limit (MaxStartups)?",
              false);
        }
        pause(attempt);
      }
    }
  }

  private SshConnection attempt(Endpoint endpoint) throws HungUp {
    Socket socket =
        endpoint.via().isPresent() ? jump(endpoint.via().get()).to(endpoint) : socket(endpoint);
    HostVerifier verifier = new HostVerifier(endpoint, knownHosts(endpoint.hostKeys().files()));
    try {
      SSHClient client = client(endpoint, socket, verifier);
      new Login(client, endpoint, identities).run();
      client.getConnection().setTimeoutMs(2 * LOGIN_MILLIS);
      return new SshConnection(client, socket);
    } catch (IOException | RuntimeException e) {
      SshConnection.close(socket);
      if (verifier.refusal() != null) {
        throw verifier.refusal();
      }
      if (e instanceof Unreachable unreachable) {
        throw unreachable;
      }
      throw unreachable(endpoint, "the connection broke during login: " + reason(e), "");
    }
  }

  private SSHClient client(Endpoint endpoint, Socket socket, HostVerifier verifier)
      throws IOException, HungUp {
    SSHClient client = new SSHClient(config);
    int millis = (int) endpoint.connectTimeout().toMillis();
    client.setSocketFactory(new Ready(socket));
    client.setTimeout(millis);
    client.getTransport().setTimeoutMs(millis);
    client.addHostKeyVerifier(verifier);
    // must be set before connecting, else sshj never starts to look
    client.getConnection().getKeepAlive().setKeepAliveInterval(endpoint.keepAlive().seconds());
    if (client.getConnection().getKeepAlive() instanceof KeepAliveRunner runner) {
      runner.setMaxAliveCount(endpoint.keepAlive().misses());
    }
    CloseLate late = new CloseLate(socket);
    deadlines.set(endpoint.connectTimeout(), late);
    try {
      client.connect(endpoint.address(), endpoint.port());
    } catch (IOException e) {
      if (verifier.refusal() != null) {
        throw e;
      }
      String reason = reason(e);
      if (reason.contains("settlement")) {
        throw unreachable(
            endpoint,
            "kit and the server have no algorithm in common: " + reason,
            "kit speaks curve25519, nistp256, AES-CTR/GCM, HMAC-SHA2");
      }
      if (late.closed() || reason.contains("imed out") || reason.contains("imeout")) {
        throw unreachable(
            endpoint,
            "no SSH handshake within " + endpoint.connectTimeout().toSeconds() + " s",
            "is that an SSH server?");
      }
      throw new HungUp(reason);
    } finally {
      late.cancel();
    }
    client.getTransport().setTimeoutMs(LOGIN_MILLIS);
    return client;
  }

  private synchronized Jump jump(Endpoint endpoint) {
    Jump jump = jumps.get(endpoint);
    if (jump == null) {
      jump = new Jump(endpoint, this::connection);
      jumps.put(endpoint, jump);
    }
    return jump;
  }

  private static Socket socket(Endpoint endpoint) {
    InetSocketAddress address = new InetSocketAddress(endpoint.address(), endpoint.port());
    if (address.isUnresolved()) {
      throw unreachable(
          endpoint, "the name " + endpoint.address() + " has no address", "check ansible_host");
    }
    Socket socket = new Socket();
    try {
      // sshj leaves Nagle's algorithm on, which delays every small packet
      socket.setTcpNoDelay(true);
      socket.connect(address, (int) endpoint.connectTimeout().toMillis());
      return socket;
    } catch (IOException e) {
      SshConnection.close(socket);
      if (e instanceof SocketTimeoutException) {
        throw unreachable(
            endpoint,
            "no answer within " + endpoint.connectTimeout().toSeconds() + " s",
            "is the host up, and no firewall in between?");
      }
      if (e instanceof NoRouteToHostException) {
        throw unreachable(endpoint, "no route to the host", "is the host up?");
      }
      String why = e instanceof ConnectException ? "connection refused" : reason(e);
      throw unreachable(endpoint, why, "is the host up, and sshd running on that port?");
    }
  }

  private synchronized KnownHosts knownHosts(List<Path> files) {
    KnownHosts known = knownHosts.get(files);
    if (known == null) {
      known = new KnownHosts(files);
      knownHosts.put(files, known);
    }
    return known;
  }

  private static Unreachable unreachable(Endpoint endpoint, String why, String hint) {
    return new Unreachable(
        "cannot reach " + endpoint.name() + " (" + endpoint.place() + "): " + why, hint, false);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(200, 700) * (long) attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives up a server that does not get through the handshake. */
  private static final class CloseLate extends Deadlines.Alarm {

    private final Socket socket;
    private volatile boolean closed;

    CloseLate(Socket socket) {
      this.socket = socket;
    }

    boolean closed() {
      return closed;
    }

    @Override
    protected void ring() {
      closed = true;
      SshConnection.close(socket);
    }
  }

  /** The server closed the connection before the host key was known to be right. */
  private static final class HungUp extends Exception {
    HungUp(String reason) {
      super(reason, null, false, false);
    }
  }
}
