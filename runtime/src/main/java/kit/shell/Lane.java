package kit.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kit.model.Become;
import kit.transport.Connection;
import kit.transport.Deadlines;
import kit.transport.Endpoint;
import kit.transport.Transport;

/** One host: its connection and its shells. */
final class Lane {

  private final String host;
  private final Transport transport;
  private final Deadlines deadlines;
  private final Optional<Duration> patience;
  private final Map<Optional<Become>, Agent> agents = new HashMap<>();
  private final Object opening = new Object();
  private Endpoint endpoint;
  private Connection connection;
  private boolean closed;

  /**
   * @param patience how long connecting may take; empty for as long as the endpoint says
   */
  Lane(String host, Transport transport, Deadlines deadlines, Optional<Duration> patience) {
    this.host = host;
    this.transport = transport;
    this.deadlines = deadlines;
    this.patience = patience;
  }

  Agent open(Function<String, Endpoint> endpoints, Optional<Become> become) {
    synchronized (opening) {
      if (connection == null) {
        endpoint = endpoints.apply(host);
        Endpoint reached = patience.isPresent() ? endpoint.within(patience.get()) : endpoint;
        connected(transport.connect(reached));
      }
      Agent agent = agent(become);
      agent.start();
      return agent;
    }
  }

  private synchronized void connected(Connection made) {
    if (made.user().isPresent()) {
      endpoint = endpoint.as(made.user().get());
    }
    connection = made;
    if (closed) {
      made.close();
    }
  }

  private synchronized Agent agent(Optional<Become> become) {
    // who is that user already needs no program to become it, which may not even be installed
    boolean same = become.isPresent() && become.get().user().equals(endpoint.user());
    Optional<Become> real = same ? Optional.empty() : become;
    Agent agent = agents.get(real);
    if (agent == null) {
      agent = new Agent(new Entry(endpoint, real, connection, deadlines), deadlines);
      agents.put(real, agent);
    }
    return agent;
  }

  synchronized boolean alive() {
    return !closed && connection != null && connection.alive();
  }

  synchronized List<Agent> agents() {
    return new ArrayList<>(agents.values());
  }

  /**
   * Does not wait for a connection that is just being made: that one is closed when it is there.
   */
  synchronized void close() {
    closed = true;
    for (Agent agent : agents.values()) {
      agent.close();
    }
    if (connection != null) {
      connection.close();
    }
  }
}
