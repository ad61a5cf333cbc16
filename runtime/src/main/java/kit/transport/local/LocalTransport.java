package kit.transport.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kit.transport.Channel;
import kit.transport.Connection;
import kit.transport.Endpoint;
import kit.transport.OwnSession;
import kit.transport.ProcessChannel;
import kit.transport.Transport;

/** Runs commands on this machine with a shell of its own. */
public final class LocalTransport implements Transport {

  private final List<String> session = OwnSession.before(System.getenv("PATH"));
  private final List<String> shell;

  /** With the machine's {@code sh}. */
  public LocalTransport() {
    this(List.of("sh"));
  }

  /**
   * @param shell the shell to use, for example {@code busybox sh}
   */
  public LocalTransport(List<String> shell) {
    this.shell = List.copyOf(shell);
  }

  @Override
  public Connection connect(Endpoint endpoint) {
    return new Machine();
  }

  private final class Machine implements Connection {

    private final Queue<Channel> open = new ConcurrentLinkedQueue<>();

    /** There are no terminals here: {@code pty} is not looked at. */
    @Override
    public Channel exec(String command, boolean pty) throws IOException {
      List<String> line = new ArrayList<>(session);
      line.addAll(shell);
      line.add("-c");
      line.add(command);
      Channel channel = new ProcessChannel(new ProcessBuilder(line).start(), false);
      open.add(channel);
      return channel;
    }

    @Override
    public void close() {
      for (Channel channel : open) {
        channel.close();
      }
    }
  }
}
