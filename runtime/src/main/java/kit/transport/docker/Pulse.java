package kit.transport.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.transport.Deadlines;
import kit.transport.Endpoint;

/**
 * Looks after one engine while there are connections to its containers: docker's client would wait
 * for ever for an engine that has become unreachable, and for a container that was paused.
 */
final class Pulse {

  private final Client client;
  private final Endpoint engine;
  private final Duration between;
  private final int misses;
  private final Deadlines deadlines = new Deadlines();
  private final Map<Container, Integer> paused = new LinkedHashMap<>();
  private Thread watching;

  /**
   * @param engine any host in one of its containers
   */
  Pulse(Client client, Endpoint engine) {
    this.client = client;
    this.engine = engine;
    this.between = Duration.ofSeconds(engine.keepAlive().seconds());
    this.misses = engine.keepAlive().misses();
  }

  synchronized void add(Container container) {
    paused.put(container, 0);
    if (watching == null) {
      watching = Deadlines.start("kit-docker-pulse", this::watch);
    }
  }

  synchronized void remove(Container container) {
    paused.remove(container);
    if (paused.isEmpty() && watching != null) {
      watching.interrupt();
      watching = null;
    }
  }

  private void watch() {
    int missed = 0;
    try {
      while (true) {
        if (missed == 0) { // who has just waited for an answer need not wait again
          Thread.sleep(between.toMillis());
        }
        Optional<Set<String>> found = pausedNow();
        missed = found.isPresent() ? 0 : missed + 1;
        if (found.isPresent()) {
          count(found.get());
        } else if (missed >= misses) {
          endAll("docker's engine has stopped answering");
          missed = 0;
        }
      }
    } catch (InterruptedException e) {
      return; // nobody is left to look after
    }
  }

  private synchronized void count(Set<String> now) {
    for (Map.Entry<Container, Integer> each : paused.entrySet()) {
      boolean is = now.contains(each.getKey().address());
      each.setValue(is ? each.getValue() + 1 : 0);
      if (each.getValue() == misses) {
        each.getKey().end("the container " + each.getKey().address() + " is paused");
      }
    }
  }

  private synchronized void endAll(String why) {
    paused.keySet().forEach(container -> container.end(why));
  }

  /** Names and ids of the containers that are paused; empty if the engine does not answer. */
  private Optional<Set<String>> pausedNow() throws InterruptedException {
    List<String> arguments =
        List.of("ps", "--no-trunc", "--filter", "status=paused", "--format", "{{.Names}} {{.ID}}");
    Process process;
    try {
      process = client.start(engine, arguments);
    } catch (IOException e) {
      return Optional.of(Set.of()); // that says nothing about the engine
    }
    Late late = new Late(process);
    deadlines.set(between, late);
    try {
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readAllBytes();
      return late.rang ? Optional.empty() : Optional.of(names(said));
    } catch (IOException e) {
      return late.rang ? Optional.empty() : Optional.of(Set.of());
    } finally {
      late.cancel();
      process.destroyForcibly();
    }
  }

  /** Also the beginnings of ids, which docker takes for them. */
  private Set<String> names(byte[] said) {
    Set<String> names = new HashSet<>();
    for (String word : new String(said, StandardCharsets.UTF_8).split("\\s+")) {
      names.add(word);
      synchronized (this) {
        for (Container each : paused.keySet()) {
          if (each.address().length() >= 12 && word.startsWith(each.address())) {
            names.add(each.address());
          }
        }
      }
    }
    return names;
  }

  private static final class Late extends Deadlines.Alarm {
    private final Process process;
    private volatile boolean rang;

    Late(Process process) {
      this.process = process;
    }

    @Override
    protected void ring() {
      rang = true;
      process.destroyForcibly();
    }
  }
}
