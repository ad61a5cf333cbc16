package kit.transport.docker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kit.target.Unreachable;
import kit.transport.Channel;
import kit.transport.Connection;
import kit.transport.Endpoint;
import kit.transport.ProcessChannel;

/** A container in which commands can be run. */
final class Container implements Connection {

  private final Endpoint endpoint;
  private final Client client;
  private final String user;
  private final String pump;
  private final Queue<Channel> open = new ConcurrentLinkedQueue<>();
  private volatile Pulse pulse;
  private volatile String why = "";

  /**
   * @param user whom its commands run as
   * @param pump the script that leads to a command
   */
  Container(Endpoint endpoint, Client client, String user, String pump) {
    this.endpoint = endpoint;
    this.client = client;
    this.user = user;
    this.pump = pump;
  }

  /** From now on somebody looks whether it still can be reached. */
  void watchedBy(Pulse its) {
    pulse = its;
    its.add(this);
  }

  String address() {
    return endpoint.address();
  }

  /** Ends all that runs in it, because nothing will come of it. */
  void end(String because) {
    why = because;
    closeAll();
  }

  @Override
  public Optional<String> lost() {
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }

  @Override
  public boolean alive() {
    return why.isEmpty();
  }

  @Override
  public Optional<String> user() {
    return Optional.of(user);
  }

  /** Docker's client makes a terminal only out of one it has: {@code pty} is not looked at. */
  @Override
  public Channel exec(String command, boolean pty) throws IOException {
    return exec(endpoint.user(), command);
  }

  @Override
  public Optional<Channel> execAs(String other, String command) throws IOException {
    return Optional.of(exec(other, command));
  }

  private Channel exec(String who, String command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("exec", "-i"));
    if (!who.isEmpty()) {
      arguments.add("-u");
      arguments.add(who);
    }
    arguments.addAll(List.of("--", endpoint.address(), "sh", "-c", pump, "kit", command));
    try {
      Channel channel = new ProcessChannel(client.start(endpoint, arguments), true);
      open.add(channel);
      return channel;
    } catch (IOException e) {
      throw Complaints.about(endpoint, e);
    }
  }

  @Override
  public Optional<Unreachable> refusal(String said) {
    return Complaints.of(endpoint, said);
  }

  @Override
  public void close() {
    if (pulse != null) {
      pulse.remove(this);
    }
    closeAll();
  }

  private void closeAll() {
    for (Channel channel : open) {
      channel.close();
    }
  }
}
