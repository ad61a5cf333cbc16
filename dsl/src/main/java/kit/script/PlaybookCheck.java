package kit.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kit.catalog.Given;
import kit.catalog.ModuleCatalog;
import kit.catalog.ModuleType;
import kit.catalog.OptionNames;
import kit.catalog.Suggestion;
import kit.model.Handler;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.script.language.Order;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.ScriptIndex.ModuleCall;
import kit.script.language.ScriptIndex.Notify;
import kit.script.language.Whole;
import kit.script.scope.OptionsReader;
import kit.script.scope.RoleNeed;
import kit.script.scope.Said;
import kit.spi.Module;

/** Finds mistakes before a run: everything that the source and the inventory show. */
public final class PlaybookCheck {

  private final ModuleCatalog catalog;

  public PlaybookCheck(ModuleCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * All problems in the order of the source.
   *
   * @param loaded the playbook
   * @param variables names that inventory, variable files and command line give values to
   * @param complete whether these are all; else a name may come from what only the run shows
   */
  public List<Problem> check(LoadedPlaybook loaded, Set<String> variables, boolean complete) {
    List<Problem> problems = new ArrayList<>(loaded.problems());
    problems.addAll(calls(loaded.index()));
    notifies(loaded, problems);
    if (complete && loaded.index().complete()) {
      names(loaded.index(), variables, problems);
    }
    problems.addAll(facts(loaded.index()));
    if (complete) {
      needs(loaded, variables, problems);
    }
    return Order.byPlace(List.copyOf(new LinkedHashSet<>(problems)));
  }

  /** Parameters that roles want and nobody gives. */
  private static void needs(LoadedPlaybook loaded, Set<String> variables, List<Problem> problems) {
    for (RoleNeed need : loaded.needs()) {
      boolean given = variables.contains(need.name());
      for (Mention declared : loaded.index().declares()) {
        given |= declared.name().equals(need.name());
      }
      if (!given) {
        String what = need.description().isEmpty() ? "" : " (" + need.description() + ")";
        problems.add(
            new Problem(
                need.location(),
                "the role '" + need.role() + "' needs '" + need.name() + "'" + what,
                "role '" + need.role() + "', " + need.name() + ": ..."));
      }
    }
  }

  /** Facts that no host has. */
  public static List<Problem> facts(ScriptIndex index) {
    return index.facts().isEmpty() ? List.of() : new FactNames().unknown(index.facts());
  }

  /** Wrong arguments and options of module calls. */
  public List<Problem> calls(ScriptIndex index) {
    List<Problem> problems = new ArrayList<>();
    for (ModuleCall call : index.calls()) {
      Optional<ModuleType> type = catalog.find(call.name());
      if (type.isPresent()) {
        check(type.get(), call, index.defaults(), problems);
      }
    }
    return problems;
  }

  private void check(
      ModuleType type, ModuleCall call, List<ModuleCall> defaults, List<Problem> problems) {
    for (Given given : call.given()) {
      String name = given.name().orElse("");
      if (type.isOption(name)) {
        option(type, name, given, problems);
      }
    }
    if (!call.open()) {
      problems.addAll(type.check(arguments(type, call, defaults), call.location()));
    }
  }

  /** What is said on a call without its options. */
  private List<Given> arguments(ModuleType type, ModuleCall call, List<ModuleCall> defaults) {
    List<Given> arguments = new ArrayList<>();
    for (Given given : call.given()) {
      if (!type.isOption(given.name().orElse(""))) {
        Object value = Whole.is(given.value()) ? given.value() : Given.UNKNOWN;
        arguments.add(new Given(given.name(), value, given.location()));
      }
    }
    for (ModuleCall each : defaults) {
      if (catalog.nameOf(each.name()).equals(Optional.of(type.name()))) {
        arguments.add(Given.more(call.location())); // one of them may be what is not said here
      }
    }
    return arguments;
  }

  /**
   * The calls that are known well enough to be planned without a host.
   *
   * @param standIn what stands for text that is computed
   */
  public List<KnownCall> known(ScriptIndex index, String standIn) {
    List<KnownCall> known = new ArrayList<>();
    for (ModuleCall call : index.calls()) {
      Optional<ModuleType> type = call.open() ? Optional.empty() : catalog.find(call.name());
      if (type.isEmpty()) {
        continue;
      }
      List<Given> given = arguments(type.get(), call, index.defaults());
      Optional<Module> module = type.get().ahead(given, call.location(), standIn);
      boolean whole = true;
      for (Given each : given) {
        whole &= Whole.is(each.value());
      }
      if (module.isPresent()) {
        known.add(new KnownCall(type.get().name(), call, module.get(), whole));
      }
    }
    return known;
  }

  private static void option(ModuleType type, String name, Given given, List<Problem> problems) {
    String option = OptionNames.find(name).orElseThrow();
    if (!Said.CALL.takes(option)) {
      problems.add(OptionsReader.unknown(name, given.location(), type.name(), Said.CALL));
    } else if (option.equals("async") && !type.detachable()) {
      problems.add(OptionsReader.attached(type, given.location()));
    } else if (Whole.is(given.value())) {
      try {
        new OptionsReader(null, type.name(), given.location())
            .read(java.util.Collections.singletonMap(name, given.value()), Said.CALL);
      } catch (KitException e) {
        problems.addAll(e.problems());
      }
    }
  }

  private static void notifies(LoadedPlaybook loaded, List<Problem> problems) {
    for (Notify notify : loaded.index().notifies()) {
      Set<String> known = handlers(loaded.playbook(), notify.play());
      if (!loaded.problems().isEmpty() || inBodies(loaded.index())) {
        for (Mention handler : loaded.index().handlers()) {
          known.add(handler.name());
        }
      }
      for (Mention handler : loaded.index().handlers()) {
        if (!handler.location().file().equals(loaded.playbook().file().toString())) {
          known.add(handler.name()); // of a file that a task includes
        }
      }
      if (!known.contains(notify.name())) {
        problems.add(
            new Problem(
                notify.location(),
                "no handler is called '" + notify.name() + "'",
                hint(notify.name(), known, "handlers are defined in the same play"),
                Mistake.UNKNOWN_HANDLER));
      }
    }
  }

  /** Whether bodies name roles, which bring their handlers with them. */
  private static boolean inBodies(ScriptIndex index) {
    for (ScriptIndex.RoleCall role : index.roles()) {
      if (role.body()) {
        return true;
      }
    }
    return false;
  }

  /** Names and topics of the handlers in the plays at a place; of all plays for NONE. */
  private static Set<String> handlers(Playbook playbook, Location play) {
    Set<String> names = new TreeSet<>();
    for (Play each : playbook.plays()) {
      if (play.line() == 0 || each.location().equals(play)) {
        for (Handler handler : each.handlers()) {
          names.add(handler.name());
          names.add(handler.id());
          names.addAll(handler.listen());
        }
      }
    }
    return names;
  }

  private static void names(ScriptIndex index, Set<String> variables, List<Problem> problems) {
    KnownNames known = new KnownNames(index, variables);
    Set<Mention> seen = new HashSet<>();
    for (Mention read : index.reads()) {
      if (!known.has(read.name()) && seen.add(read)) {
        problems.add(known.unknown(read.name(), read.location()));
      }
    }
  }

  private static String hint(String wrong, Set<String> known, String otherwise) {
    return Suggestion.of(wrong, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse(otherwise);
  }
}
