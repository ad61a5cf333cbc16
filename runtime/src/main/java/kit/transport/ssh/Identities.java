package kit.transport.ssh;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kit.transport.Asker;
import net.schmizz.sshj.Config;

/**
 * The private keys, each read once however many hosts it is for, and the agents that hold some.
 * Safe for many threads.
 */
final class Identities {

  private final Config config;
  private final Asker asker;
  private final Map<Path, Identity> read = new HashMap<>();
  private final Map<Path, KeyAgent> agents = new HashMap<>();

  Identities(Config config, Asker asker) {
    this.config = config;
    this.asker = asker;
  }

  synchronized Identity of(Path file) {
    Identity identity = read.get(file);
    if (identity == null) {
      identity = new Identity(file, config, asker);
      read.put(file, identity);
    }
    return identity;
  }

  synchronized KeyAgent agent(Path socket) {
    KeyAgent agent = agents.get(socket);
    if (agent == null) {
      agent = new KeyAgent(socket);
      agents.put(socket, agent);
    }
    return agent;
  }
}
