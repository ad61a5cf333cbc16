package kit.transport.ssh;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Function;
import kit.target.Unreachable;
import kit.transport.Endpoint;
import net.schmizz.sshj.connection.ConnectionException;

/**
 * A host on the way to others: one connection to it serves all of them, and is closed when the last
 * of them is. Safe for many threads.
 */
final class Jump {

  private final Endpoint endpoint;
  private final Function<Endpoint, SshConnection> connect;
  private SshConnection connection;
  private int users;
  private Unreachable failure;
  private long failed;

  Jump(Endpoint endpoint, Function<Endpoint, SshConnection> connect) {
    this.endpoint = endpoint;
    this.connect = connect;
  }

  /** A connection to a host behind this one. */
  Socket to(Endpoint target) {
    SshConnection mine = enter(target, System.nanoTime());
    try {
      return mine.tunnel(target.address(), target.port(), () -> leave(mine));
    } catch (IOException e) {
      boolean lost = !(e instanceof ConnectionException) || !mine.alive();
      leave(mine);
      throw new Unreachable(
          "cannot reach "
              + target.name()
              + " ("
              + target.place()
              + "): "
              + (lost ? "the connection to " + endpoint.name() + " was lost" : refused(e)),
          lost ? "" : "does " + endpoint.name() + " reach it, and allow TCP forwarding?",
          false);
    }
  }

  private String refused(IOException e) {
    return endpoint.name() + " makes no connection to it: " + e.getMessage();
  }

  /** Who waited while somebody else tried in vain does not try again. */
  private synchronized SshConnection enter(Endpoint target, long since) {
    if (failure != null && failed - since > 0) {
      throw through(target, failure);
    }
    if (connection == null || !connection.alive()) {
      try {
        connection = connect.apply(endpoint);
        users = 0;
      } catch (Unreachable e) {
        failure = e;
        failed = System.nanoTime();
        throw through(target, e);
      }
    }
    users++;
    return connection;
  }

  private Unreachable through(Endpoint target, Unreachable why) {
    String message = why.problems().get(0).message();
    String way = target.name() + " is reached through " + endpoint.name() + ": ";
    return new Unreachable(way + message, why.problems().get(0).hint(), false);
  }

  private void leave(SshConnection used) {
    synchronized (this) {
      if (used != connection || --users > 0) {
        return;
      }
      connection = null;
    }
    used.close();
  }
}
