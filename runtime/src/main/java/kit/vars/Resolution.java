package kit.vars;

import java.util.List;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.data.Overlay;
import kit.model.KitException;
import kit.model.Location;
import kit.model.PerHost;
import kit.model.Problem;

/** Reads the names of one host while values that refer to others are being rendered. */
final class Resolution implements Scope {
  private final HostVars host;
  private final Lexical lexical;
  private final Link open;
  private final FactNames facts;
  private final boolean own;

  /** A name that is being rendered, and the one that needed it. */
  private record Link(HostVars host, String name, Location at, Link before) {}

  private Resolution(HostVars host, Lexical lexical, Link open, FactNames facts, boolean own) {
    this.host = host;
    this.lexical = lexical;
    this.open = open;
    this.facts = facts;
    this.own = own;
  }

  /** The variables of a host, facts included, as its own bodies and templates read them. */
  static Resolution own(HostVars host, Lexical lexical, FactNames facts) {
    return new Resolution(host, lexical, null, facts, true);
  }

  /**
   * The variables of a host as others read them, with its facts if they are known already.
   *
   * @param reader what is being rendered meanwhile; null if nothing is
   */
  static Resolution of(HostVars host, Resolution reader) {
    // facts of hosts that kit connects to say nothing about how to connect to them
    return reader == null
        ? new Resolution(host, null, null, FactNames.NONE, false)
        : new Resolution(host, null, reader.open, host.gathered(), false);
  }

  @Override
  public boolean has(String name) {
    return Magic.NAMES.contains(name) || host.find(name, lexical) != null || facts.has(name);
  }

  @Override
  public Object get(String name, Location where) {
    if (Magic.NAMES.contains(name)) {
      return name.equals("hostvars") ? new OtherHosts(host.all(), this) : host.magic(name);
    }
    Candidate found = host.find(name, lexical);
    if (found == null && facts.has(name)) {
      return facts.get(name);
    }
    if (found == null) {
      String hint = Suggestion.hint(name, names(), "set it, or give it a default");
      throw new KitException(
          // a host's own report names it anyway, and hosts with the same trouble are told together
          new Problem(
              where, "'" + name + "' has no value" + (own ? "" : " for " + host.name()), hint));
    }
    return value(name, found, where);
  }

  /** What one of the values written for a name comes to. */
  Object value(String name, Candidate found, Location where) {
    if (found.setting().value() instanceof PerHost code) {
      return computed(name, code, where);
    }
    if (found.data()) {
      return found.setting().value();
    }
    for (Link link = open; link != null; link = link.before) {
      if (link.host == host && link.name.equals(name)) {
        throw cycle(name, found);
      }
    }
    Link link = new Link(host, name, found.setting().location(), open);
    Resolution inner = new Resolution(host, lexical, link, facts, own);
    return found.setting().value() instanceof Overlay
        ? new Overlays(host.all().values(), inner).of(name, from(found, name))
        : host.all().values().of(found.setting(), inner);
  }

  /** A value and all weaker ones. */
  private List<Candidate> from(Candidate found, String name) {
    List<Candidate> all = host.candidates(name, lexical);
    return all.subList(Math.max(0, all.indexOf(found)), all.size());
  }

  @Override
  public Set<String> names() {
    return host.names(lexical);
  }

  /** Code runs for the host itself, on its thread: it may ask for facts. */
  private Object computed(String name, PerHost code, Location where) {
    if (!own || host.computing() == null) {
      throw new KitException(
          new Problem(
              where,
              "'" + name + "' is computed on " + host.name() + " when it is read there",
              "setFact there keeps it for other hosts"));
    }
    return host.computing().apply(code);
  }

  private KitException cycle(String name, Candidate found) {
    StringBuilder chain = new StringBuilder(name);
    for (Link link = open; link != null; link = link.before) {
      String place = link.at.toString();
      chain.insert(0, link.name + (place.isEmpty() ? "" : " (" + place + ")") + " -> ");
      if (link.host == host && link.name.equals(name)) {
        break;
      }
    }
    return new KitException(
        new Problem(
            found.setting().location(),
            "'" + name + "' needs itself: " + chain,
            "break the circle, for example with another name"));
  }
}
