package kit.script.scope;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.catalog.Suggestion;
import kit.model.Become;
import kit.model.Condition;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Options;
import kit.model.OptionsBuilder;
import kit.model.PerHost;
import kit.model.Problem;
import kit.model.Values;
import kit.script.language.Wanted;
import kit.script.value.Frozen;
import kit.script.value.Text;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** Reads the options of one call, task, handler or play. */
public final class OptionsReader {

  private static final List<String> BECOME = List.of("user", "method");

  private final CompiledScript script;
  private final String of;
  private final Location where;
  private final List<Problem> problems = new ArrayList<>();
  private final OptionsBuilder options = new OptionsBuilder();

  /**
   * @param of what the options are said on
   */
  public OptionsReader(CompiledScript script, String of, Location where) {
    this.script = script;
    this.of = of;
    this.where = where;
  }

  /**
   * @throws KitException with everything that is wrong
   */
  public Options read(Map<String, Object> named, Said on) {
    if (named.isEmpty()) {
      return Options.NONE;
    }
    all(named, on);
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
    return options.build();
  }

  private void all(Map<String, Object> named, Said on) {
    for (Map.Entry<String, Object> each : named.entrySet()) {
      try {
        one(each.getKey(), each.getValue(), on);
      } catch (KitException e) {
        problems.addAll(e.problems());
      }
    }
  }

  private void one(String written, Object value, Said on) {
    Optional<String> name = OptionNames.find(written);
    if (name.isEmpty() || !on.takes(name.get())) {
      throw new KitException(unknown(written, where, of, on));
    }
    if (name.get().equals("options")) {
      all(Wanted.map(value, written, where), on);
    } else {
      set(name.get(), value);
    }
  }

  /** The problem of an option that cannot be said on something. */
  public static Problem unknown(String written, Location where, String of, Said on) {
    List<String> known = new ArrayList<>();
    for (List<String> names : List.of(OptionNames.OF_CALLS, List.of("loop", "listen"))) {
      for (String option : names) {
        if (on.takes(option)) {
          known.add(option);
        }
      }
    }
    String instead = on.instead(OptionNames.find(written).orElse(written));
    String hint =
        instead.isEmpty()
            ? Suggestion.of(written, known).map(near -> "did you mean '" + near + "'?").orElse("")
            : instead;
    return new Problem(
        where, of + " has no option '" + written + "'", hint, Mistake.UNKNOWN_OPTION);
  }

  /** The problem of a module that cannot run detached. */
  public static Problem attached(ModuleType type, Location where) {
    return new Problem(
        where,
        type.name() + " cannot run detached",
        "async is for what is one command on the host: command, raw, script, shell");
  }

  private void set(String name, Object value) {
    switch (name) {
      case "notify" -> options.notifies = Wanted.texts(value, name, where);
      case "become" -> options.become = become(value);
      case "becomeUser" -> become(Wanted.text(value, name, where), null);
      case "becomeMethod" -> become(null, Wanted.text(value, name, where));
      case "register" -> options.register = Wanted.name(value, name, where);
      case "ignoreErrors" -> options.ignoreErrors = Wanted.truth(value, name, where);
      case "changedWhen" -> options.changedWhen = condition(value, name);
      case "failedWhen" -> options.failedWhen = condition(value, name);
      case "until" -> options.until = condition(value, name);
      case "when" -> options.when = condition(value, name);
      case "retries" -> options.retries = Wanted.count(value, name, where);
      case "delay" -> options.delay = Wanted.duration(value, name, where);
      case "timeout" -> options.timeout = Wanted.duration(value, name, where);
      case "env" -> options.environment = Wanted.texts(Wanted.map(value, name, where), name, where);
      case "check" -> options.check = Wanted.truth(value, name, where);
      case "tags" -> options.tags = Wanted.words(value, name, where);
      case "loop" -> options.loop = items(value, name);
      case "vars" -> options.vars = variables(script, Wanted.map(value, name, where));
      case "delegateTo" -> delegateTo(value, name);
      case "diff" -> options.diff = Wanted.truth(value, name, where);
      case "runOnce" -> options.runOnce = Wanted.truth(value, name, where);
      case "throttle" -> options.throttle = hosts(value, name);
      case "async" -> options.async = Wanted.duration(value, name, where);
      case "poll" -> options.poll = Wanted.duration(value, name, where);
      case "noLog" -> options.noLog = Wanted.truth(value, name, where);
      default -> throw new IllegalStateException(name);
    }
  }

  private void delegateTo(Object value, String name) {
    if (value instanceof Closure<?> code) {
      options.delegate = session -> Wanted.text(Frozen.of(script.run(code, session)), name, where);
    } else {
      options.delegateTo = Wanted.text(value, name, where);
    }
  }

  private int hosts(Object value, String name) {
    int count = Wanted.count(value, name, where);
    if (count == 0) {
      throw new KitException(
          new Problem(where, "'" + name + "' wants at least 1", "", Mistake.WRONG_VALUE));
    }
    return count;
  }

  private Become become(Object value) {
    if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        if (!BECOME.contains(key)) {
          String name = Text.of(key);
          String hint =
              Suggestion.of(name, BECOME).map(near -> "did you mean '" + near + "'?").orElse("");
          throw new KitException(
              new Problem(
                  where, "become has no option '" + name + "'", hint, Mistake.UNKNOWN_OPTION));
        }
      }
      Object user = map.get("user");
      Object method = map.get("method");
      become(
          user == null ? null : Wanted.text(user, "user", where),
          method == null ? null : Wanted.text(method, "method", where));
      return options.become;
    }
    Become said = options.become == null ? Become.ROOT : options.become;
    return Wanted.truth(value, "become", where) ? said : new Become("", said.method());
  }

  private void become(String user, String method) {
    Become said = options.become == null ? Become.ROOT : options.become;
    options.become =
        new Become(user == null ? said.user() : user, method == null ? said.method() : method);
  }

  private Condition condition(Object value, String name) {
    if (value instanceof Boolean truth) {
      return (session, result) -> truth;
    }
    if (value instanceof Closure<?> code) {
      return (session, result) ->
          DefaultTypeTransformation.castToBoolean(script.judge(code, session, result));
    }
    String hint =
        value instanceof String text
            ? "conditions are Groovy: " + name + ": { " + text + " }"
            : "for example " + name + ": { it.rc == 0 }";
    throw new KitException(
        new Problem(
            where, "'" + name + "' wants true, false or a closure", hint, Mistake.WRONG_VALUE));
  }

  private Values items(Object value, String name) {
    if (value instanceof Closure<?> code) {
      return session -> Loop.items(script.run(code, session), name, where);
    }
    List<?> items = Loop.items(value, name, where);
    return session -> items;
  }

  /** Variables; closures among the values are computed for each host when they are read. */
  public static Map<String, Object> variables(CompiledScript script, Map<String, Object> given) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : given.entrySet()) {
      Object value = each.getValue();
      if (value instanceof Closure<?> code) {
        PerHost computed = session -> Frozen.of(script.run(code, session));
        value = computed;
      }
      variables.put(each.getKey(), value);
    }
    return variables;
  }
}
