package kit.script.scope;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.ModuleType;
import kit.model.HostSession;
import kit.model.Invocation;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Omit;
import kit.model.Options;
import kit.model.PerHost;
import kit.script.language.Call;
import kit.script.language.Hints;
import kit.script.language.Place;
import kit.script.language.Scope;
import kit.script.language.Verb;
import kit.script.language.WrongPlace;
import kit.script.value.Live;
import kit.script.value.ResultObject;
import kit.script.value.StrictMap;
import kit.spi.Module;

/** The names of a body that runs for one host. */
public final class HostScope implements Scope {

  private final CompiledScript script;
  private final HostSession session;

  public HostScope(CompiledScript script, HostSession session) {
    this.script = script;
    this.session = session;
  }

  public HostSession session() {
    return session;
  }

  public CompiledScript script() {
    return script;
  }

  /** Runs a block of the body. */
  public Object run(Closure<?> code, Object... arguments) {
    return script.run(code, session, arguments);
  }

  @Override
  public Object call(Call call) {
    Verb verb = script.verbs().find(call.name());
    if (verb instanceof BodyVerb word) {
      return word.run(call, this);
    }
    if (verb != null) {
      throw WrongPlace.of(verb, call.location(), Place.BODY);
    }
    Optional<ModuleType> type = script.catalog().find(call.name());
    if (type.isEmpty()) {
      throw call.problem(
          "unknown module '" + call.name() + "'",
          Hints.word(call.name(), Place.BODY, script.verbs(), script.catalog(), List.of()));
    }
    return module(type.get(), call);
  }

  private ResultObject module(ModuleType type, Call call) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    Map<String, Object> options = new LinkedHashMap<>();
    Map<String, Object> said =
        ModuleDefaults.under(type, session.moduleDefaults(type.name()), call);
    for (Map.Entry<String, Object> given : said.entrySet()) {
      if (!Omit.VALUE.equals(given.getValue())) {
        (type.isOption(given.getKey()) ? options : arguments).put(given.getKey(), given.getValue());
      }
    }
    if (call.block() != null) {
      throw call.problem(type.name() + " takes no block", "see kit doc " + type.name());
    }
    Options read = new OptionsReader(script, type.name(), call.location()).read(options, Said.CALL);
    if (read.async().isPresent() && !type.detachable()) {
      throw new KitException(OptionsReader.attached(type, call.location()));
    }
    if (options.containsKey("poll") && read.async().isEmpty()) {
      throw call.problem("poll says nothing without async", "for example async: 10.min");
    }
    Module module = type.bind(call.positional(), arguments, call.location());
    return new ResultObject(
        "the result of " + type.name(),
        session.call(new Invocation(type.name(), module, read, call.location())),
        session.secrets());
  }

  @Override
  public void locals(Location where, Map<String, Object> values) {
    session.locals(where, values);
  }

  @Override
  public Object variable(String name, Location where) {
    return switch (name) {
      case "facts" -> new StrictMap("facts", session.facts(), session.secrets());
      case "host" -> session.host();
      case "groups" -> Live.of("groups", session.groups(), session.secrets());
      case "vars" -> new HostVariables(session, where);
      case "omit" -> Omit.VALUE;
      case "hostvars" -> new OtherHosts(session, where);
      case FilterCalls.WORD ->
          session.has(name) ? value(session, name, where) : new FilterCalls(session, where);
      default -> value(session, name, where);
    };
  }

  /** A variable's value, computed if it is one that the playbook computes. */
  static Object value(HostSession session, String name, Location where) {
    Object value = session.variable(name, where);
    Object plain = value instanceof PerHost computed ? computed.of(session) : value;
    return Live.of(name, plain, session.secrets());
  }
}
