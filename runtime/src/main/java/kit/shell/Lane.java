package kit.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kit.model.Become;
import kit.transport.Connection;
import kit.transport.Deadlines;
import kit.transport.Endpoint;
import kit.transport.Transport;

/** One host: its connection and its shells. */
final class Lane {

  private final Transport transport;
  private final Deadlines deadlines;
  private final Map<String, Agent> agents = new HashMap<>();
  private final Object opening = new Object();
  private Endpoint endpoint;
  private Connection connection;

  Lane(Transport transport, Deadlines deadlines) {
    this.transport = transport;
    this.deadlines = deadlines;
  }

  Agent open(Supplier<Endpoint> how, Optional<Become> become) {
    synchronized (opening) {
      if (connection == null) {
        endpoint = how.get();
        Connection made = transport.connect(endpoint);
        synchronized (this) {
          connection = made;
        }
      }
      // who is that user already needs no program to become it, which may not even be installed
      Optional<Become> real = become.filter(b -> !b.user().equals(endpoint.user()));
      Agent agent = agent(real.map(b -> b.method() + " " + b.user()).orElse(""), real);
      agent.start();
      return agent;
    }
  }

  private synchronized Agent agent(String key, Optional<Become> become) {
    return agents.computeIfAbsent(
        key, k -> new Agent(new Entry(endpoint, become, connection, deadlines), deadlines));
  }

  synchronized List<Agent> agents() {
    return new ArrayList<>(agents.values());
  }

  /** Does not wait for a connection that is just being made: that one ends by itself. */
  synchronized void close() {
    for (Agent agent : agents.values()) {
      agent.close();
    }
    if (connection != null) {
      connection.close();
    }
  }
}
