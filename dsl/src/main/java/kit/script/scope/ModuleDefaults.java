package kit.script.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.Argument;
import kit.catalog.Given;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.model.KitException;
import kit.model.Problem;
import kit.script.language.Call;

/** Arguments and options that calls of a module have in a play unless they say others. */
final class ModuleDefaults {

  private final CompiledScript script;
  private final Call call;

  ModuleDefaults(CompiledScript script, Call call) {
    this.script = script;
    this.call = call;
  }

  /**
   * The defaults of one module under its name.
   *
   * @throws KitException with everything that is wrong with them
   */
  Map<String, Map<String, Object>> of(String written, Map<String, Object> said) {
    Optional<ModuleType> found = script.catalog().find(written);
    if (found.isEmpty()) {
      throw call.problem(
          "there is no module '" + written + "'",
          script.catalog().suggest(written).map(near -> "did you mean '" + near + "'?").orElse(""));
    }
    ModuleType type = found.get();
    List<Given> given = new ArrayList<>();
    Map<String, Object> options = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : said.entrySet()) {
      if (type.isOption(each.getKey())) {
        options.put(each.getKey(), each.getValue());
      } else {
        given.add(Given.named(each.getKey(), each.getValue(), call.location()));
      }
    }
    given.add(Given.more(call.location()));
    List<Problem> problems = new ArrayList<>(type.check(given, call.location()));
    try {
      new OptionsReader(script, type.name(), call.location()).read(options, Said.CALL);
    } catch (KitException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
    return Map.of(type.name(), said);
  }

  /** What a call says, with the defaults that it does not say itself. */
  static Map<String, Object> under(ModuleType type, Map<String, Object> defaults, Call call) {
    if (defaults.isEmpty()) {
      return call.named();
    }
    Map<String, Object> all = new LinkedHashMap<>(call.named());
    for (Map.Entry<String, Object> each : defaults.entrySet()) {
      if (!says(type, call, each.getKey())) {
        all.put(each.getKey(), each.getValue());
      }
    }
    return all;
  }

  private static boolean says(ModuleType type, Call call, String name) {
    Optional<Argument> argument = type.argument(name);
    if (argument.isPresent()
        && type.arguments().indexOf(argument.get()) < call.positional().size()) {
      return true;
    }
    for (String written : call.named().keySet()) {
      boolean same =
          argument.isPresent()
              ? type.argument(written).equals(argument)
              : OptionNames.find(written).equals(OptionNames.find(name)) && type.isOption(written);
      if (same) {
        return true;
      }
    }
    return false;
  }
}
