package kit.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.engine.Event;
import kit.inventory.Group;
import kit.model.HostSession;
import kit.script.prompt.HostSet;
import kit.script.prompt.HostValues;

/** That of a session: all its hosts, one of which is asked for facts and paths. */
final class SessionOffers implements Offers {

  private final Session session;
  private final Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
  private final Set<String> silent = new HashSet<>();

  SessionOffers(Session session) {
    this.session = session;
  }

  @Override
  public ModuleCatalog catalog() {
    return session.stage().catalog();
  }

  @Override
  public Map<String, String> words() {
    return Map.of("hosts", "word of the language");
  }

  @Override
  public Set<String> names() {
    return session.names().names();
  }

  @Override
  public Set<String> variables() {
    return new TreeSet<>(session.stage().project().allNames());
  }

  @Override
  public boolean areHosts(String name) {
    return session.names().value(name) instanceof HostSet;
  }

  @Override
  public boolean areResults(String name) {
    return name.equals(Names.RESULTS) || session.names().value(name) instanceof HostValues;
  }

  @Override
  public Map<String, String> hosts() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String host : session.stage().variables().inventory().hosts()) {
      found.put(host, "host");
    }
    for (Group group : session.stage().variables().inventory().groups()) {
      found.put(group.name(), "group");
    }
    return found;
  }

  @Override
  public Map<String, String> commands() {
    Map<String, String> found = new LinkedHashMap<>();
    Meta.ALL.forEach(each -> found.put(each.word(), each.does()));
    return found;
  }

  @Override
  public Map<String, String> told(String command) {
    Map<String, String> found = new LinkedHashMap<>();
    switch (command) {
      case ":doc" -> catalog().names().forEach(each -> found.put(each, "module"));
      case ":why" -> variables().forEach(each -> found.put(each, "variable"));
      case ":vars" -> found.putAll(hosts());
      case ":auto", ":check", ":diff" -> found.putAll(Map.of("on", "", "off", ""));
      case ":become" -> found.putAll(Map.of("root", "", "off", ""));
      default -> {}
    }
    return found;
  }

  /** Of the first host that tells them, asked once. */
  @Override
  public Map<String, Object> facts() {
    Optional<String> host = asked();
    if (host.isEmpty()) {
      return Map.of();
    }
    if (!facts.containsKey(host.get())) {
      List<Map<String, Object>> its = new ArrayList<>();
      ask(host.get(), on -> its.add(on.facts()));
      if (its.isEmpty()) {
        return Map.of();
      }
      facts.put(host.get(), its.get(0));
    }
    return facts.get(host.get());
  }

  @Override
  public Map<String, String> paths(String typed, String quote) {
    Map<String, String> found = new LinkedHashMap<>();
    Optional<String> host = asked();
    if (host.isEmpty()) {
      return found;
    }
    RemotePaths paths = RemotePaths.by(catalog());
    for (Event.CallFinished call : ask(host.get(), on -> paths.ask(on, typed)).calls()) {
      RemotePaths.of(RemotePaths.listing(call.outcome().values()), typed, quote)
          .forEach(path -> found.put(path, "on " + host.get()));
    }
    return found;
  }

  /** The host that is asked: a connected one if there is, and none that did not answer before. */
  private Optional<String> asked() {
    List<String> hosts = new ArrayList<>(session.chosen().names());
    List<String> connected = session.calls().connected();
    hosts.removeIf(host -> silent.contains(host) && !connected.contains(host));
    for (String host : hosts) {
      if (connected.contains(host)) {
        return Optional.of(host);
      }
    }
    return hosts.stream().findFirst();
  }

  private HostCalls.Told ask(String host, Function<HostSession, Object> what) {
    HostCalls.Told told =
        session.calls().quietly(List.of(host), session.modes().become(), true, what);
    if (told.events().stream().anyMatch(Event.HostUnreachable.class::isInstance)) {
      silent.add(host);
    }
    return told;
  }
}
