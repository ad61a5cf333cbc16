package kit.script.data;

import groovy.lang.GroovyObjectSupport;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.spi.inventory.FoundHost;

/**
 * A host that a source found, as a closure of an inventory sees it: {@code it.name}, {@code
 * it.groups}, {@code it.vars} and its variables by name. One that only other hosts have is null;
 * one that no host has is a mistake.
 */
final class FoundHostObject extends GroovyObjectSupport {
  private final FoundHost host;
  private final Set<String> names;

  /**
   * @param names the variables that any of the hosts found has
   */
  FoundHostObject(FoundHost host, Set<String> names) {
    this.host = host;
    this.names = names;
  }

  FoundHost host() {
    return host;
  }

  @Override
  public Object getProperty(String name) {
    if (host.vars().containsKey(name)) {
      return host.vars().get(name);
    }
    switch (name) {
      case "name":
        return host.name();
      case "groups":
        return host.groups();
      case "vars":
        return host.vars();
      default:
        if (names.contains(name)) {
          return null;
        }
        throw new KitException(
            "no host that was found has '" + name + "'",
            Suggestion.hint(name, names, "it.vars holds all that is known of a host"));
    }
  }
}
