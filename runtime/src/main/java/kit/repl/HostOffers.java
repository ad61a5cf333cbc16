package kit.repl;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kit.catalog.ModuleCatalog;
import kit.engine.Listener;
import kit.model.HostSession;
import kit.model.Location;
import kit.script.prompt.PromptCode;
import kit.spi.Result;

/** That of one host in the middle of a run. */
final class HostOffers implements Offers {

  private static final Listener NOBODY = event -> {};
  private static final String DOES = "how the run goes on";

  private final ModuleCatalog catalog;
  private final HostSession session;
  private final Collection<String> verdicts;
  private final HostTalk talk;

  /**
   * @param verdicts the words that let the host go on
   * @param talk what was said about the host so far
   */
  HostOffers(
      ModuleCatalog catalog, HostSession session, Collection<String> verdicts, HostTalk talk) {
    this.catalog = catalog;
    this.session = session;
    this.verdicts = verdicts;
    this.talk = talk;
  }

  @Override
  public ModuleCatalog catalog() {
    return catalog;
  }

  @Override
  public Map<String, String> words() {
    Map<String, String> found = new LinkedHashMap<>();
    verdicts.forEach(each -> found.put(each, DOES));
    return found;
  }

  @Override
  public Set<String> names() {
    return talk.own().keySet();
  }

  @Override
  public Set<String> variables() {
    return new TreeSet<>(session.variables());
  }

  @Override
  public boolean areHosts(String name) {
    return false;
  }

  @Override
  public boolean areResults(String name) {
    return PromptCode.isResult(talk.own().get(name))
        || session.has(name) && session.variable(name, Location.NONE) instanceof Result;
  }

  @Override
  public Map<String, String> hosts() {
    return Map.of();
  }

  @Override
  public Map<String, String> commands() {
    Map<String, String> found = new LinkedHashMap<>();
    verdicts.forEach(each -> found.put(":" + each, DOES));
    return found;
  }

  @Override
  public Map<String, String> told(String command) {
    return Map.of();
  }

  @Override
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    talk.aside(NOBODY, () -> facts.putAll(session.facts()));
    return facts;
  }

  @Override
  public Map<String, String> paths(String typed, String quote) {
    Map<String, String> found = new LinkedHashMap<>();
    talk.aside(
        NOBODY,
        () -> {
          Result listing = RemotePaths.by(catalog).ask(session, typed);
          RemotePaths.of(RemotePaths.listing(listing.values()), typed, quote)
              .forEach(path -> found.put(path, "on " + session.host()));
        });
    return found;
  }
}
