package kit.script.compiler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.catalog.Given;
import kit.catalog.OptionNames;
import kit.model.Location;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Include;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.ScriptIndex.ModuleCall;
import kit.script.language.ScriptIndex.Notify;
import kit.script.language.ScriptIndex.RoleCall;
import kit.script.language.ScriptIndex.Trait;
import kit.script.language.Wanted;
import kit.script.language.Whole;

/** Collects a {@link ScriptIndex} while a script is rewritten. */
final class IndexBuilder {

  private final List<ModuleCall> calls = new ArrayList<>();
  private final List<Notify> notifies = new ArrayList<>();
  private final List<Mention> handlers = new ArrayList<>();
  private final List<Mention> tags = new ArrayList<>();
  private final List<Mention> reads = new ArrayList<>();
  private final List<Mention> declares = new ArrayList<>();
  private final List<Mention> asked = new ArrayList<>();
  private final List<Mention> facts = new ArrayList<>();
  private final List<Mention> others = new ArrayList<>();
  private final List<Mention> hosts = new ArrayList<>();
  private final List<Mention> varsFiles = new ArrayList<>();
  private final List<Include> includes = new ArrayList<>();
  private final List<ModuleCall> defaults = new ArrayList<>();
  private final List<Mention> questions = new ArrayList<>();
  private final List<RoleCall> roles = new ArrayList<>();
  private final Set<String> locals = new LinkedHashSet<>();
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private Location play = Location.NONE;
  private int attempts;

  ScriptIndex build() {
    return new ScriptIndex(
        calls, notifies, handlers, tags, reads, declares, asked, facts, others, hosts, varsFiles,
        includes, defaults, questions, roles, locals, traits);
  }

  /** What follows stands in the play at this place. */
  void play(Location location) {
    play = location;
  }

  void declares(Mention name) {
    declares.add(name);
  }

  void read(String name, Location location) {
    reads.add(new Mention(name, location));
  }

  /** A variable or parameter of the script's own. */
  void local(String name) {
    locals.add(name);
  }

  /** A fact is read, {@code os.family}. */
  void fact(String path, Location location) {
    facts.add(new Mention(path, location));
  }

  /** What follows stands in an attempt. */
  void beginAttempt() {
    attempts++;
  }

  void endAttempt() {
    attempts--;
  }

  /** A module call. */
  void module(String written, String name, Location location, List<Given> given, boolean open) {
    boolean free = name.equals("setFact");
    openNames(open && free || name.equals("includeVars"));
    boolean guarded = attempts > 0;
    for (Given each : given) {
      String argument = each.name().orElse("");
      if (free && !argument.isEmpty() && OptionNames.find(argument).isEmpty()) {
        declares.add(new Mention(argument, each.location()));
      }
      option(argument, each);
      String option = OptionNames.find(argument).orElse("");
      guarded |= option.equals("ignoreErrors") || option.equals("failedWhen");
    }
    calls.add(new ModuleCall(written, location, given, open, guarded));
    if (name.equals("fetch")) {
      traits.add(Trait.MAKING);
    }
  }

  private void openNames(boolean open) {
    if (open) {
      traits.add(Trait.OPEN_NAMES);
    }
  }

  /** A name that will have a value where it is read. */
  void declares(String name, Location where) {
    declares.add(new Mention(name, where));
  }

  /** An include; a computed path hides what the file declares. */
  void include(List<Given> given, Location location, boolean body) {
    boolean constant = false;
    for (Given each : given) {
      if (each.name().isEmpty() && each.value() instanceof String path) {
        includes.add(new Include(path, location, body));
        constant = true;
      }
    }
    openNames(!constant);
  }

  /** A name of which is asked whether it has a value, or that was meant as a variable. */
  void meant(String name, Location location) {
    asked.add(new Mention(name, location));
  }

  /** A role; its parameters are variables. */
  void role(CallArguments arguments, Location location, boolean body) {
    boolean constant = false;
    for (Given each : arguments.given()) {
      String name = each.name().orElse("");
      if (name.isEmpty() && each.value() instanceof String role) {
        roles.add(new RoleCall(role, location, arguments.given(), arguments.open(), body));
        constant = true;
      } else if (!name.isEmpty()) {
        declares.add(new Mention(name, each.location()));
      }
    }
    openNames(body && (!constant || arguments.open()));
  }

  /** A word that nobody knows: what it names may have been meant as variables. */
  void unknown(List<Given> given) {
    for (Given each : given) {
      each.name().ifPresent(name -> meant(name, each.location()));
    }
  }

  /** A call of a verb. */
  void verb(String name, List<Given> given, boolean open) {
    openNames(open && name.equals("vars") || name.equals("includeVars"));
    switch (name) {
      case "addHost", "groupBy", "refreshInventory" -> traits.add(Trait.GROWING);
      case "local" -> traits.add(Trait.MAKING);
      default -> {}
    }
    if (name.equals("ask")) {
      question(given);
    } else if (name.equals("varsPrompt")) {
      prompt(given);
    }
    for (Given each : given) {
      String argument = each.name().orElse("");
      option(argument, each);
      switch (name) {
        case "vars" -> names(argument, each);
        case "tags" -> tags(each);
        case "hosts" -> words(each, hosts);
        case "on", "host" -> texts(each, others);
        case "handler" -> {
          if (argument.isEmpty() || argument.equals("listen")) {
            texts(each, handlers);
          }
        }
        case "has", "defined" -> texts(each, asked);
        case "varsFiles" -> texts(each, varsFiles);
        case "moduleDefaults" -> defaults(argument, each);
        case "addHost" -> {
          if (!argument.equals("groups")) {
            names(argument, each);
          }
        }
        case "play" -> {
          if (argument.equals("hosts")) {
            words(each, hosts);
          }
        }
        default -> {}
      }
    }
  }

  private void question(List<Given> given) {
    String name = "";
    Location where = Location.NONE;
    for (Given each : given) {
      where = where.line() == 0 ? each.location() : where;
      if (each.name().orElse("").equals("name") && each.value() instanceof String text) {
        name = text;
      }
    }
    questions.add(new Mention(name, where));
  }

  /** The first text or the name is the variable. */
  private void prompt(List<Given> given) {
    for (Given each : given) {
      if (each.name().isEmpty() || each.name().get().equals("name")) {
        openNames(!(each.value() instanceof String));
        texts(each, declares);
        return;
      }
    }
  }

  private void defaults(String module, Given given) {
    List<Given> arguments = new ArrayList<>();
    boolean open = !(given.value() instanceof Map);
    if (given.value() instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> arguments.add(Given.named(String.valueOf(key), value, given.location())));
    }
    defaults.add(new ModuleCall(module, given.location(), arguments, open, false));
  }

  private void names(String argument, Given given) {
    if (argument.isEmpty() && given.value() instanceof String) {
      return; // the host that is added
    }
    if (argument.isEmpty()) {
      keys(given);
    } else {
      declares.add(new Mention(argument, given.location()));
    }
  }

  private void option(String written, Given given) {
    switch (OptionNames.find(written).orElse("")) {
      case "notify" -> {
        for (String name : texts(given.value())) {
          notifies.add(new Notify(name, given.location(), play));
        }
      }
      case "register" -> {
        openNames(!(given.value() instanceof String));
        texts(given, declares);
      }
      case "tags" -> tags(given);
      case "delegateTo" -> {
        texts(given, others);
        if ("localhost".equals(given.value()) || !Whole.is(given.value())) {
          traits.add(Trait.MAKING);
        }
      }
      case "vars" -> keys(given);
      case "loop" -> {
        declares.add(new Mention("item", given.location()));
        declares.add(new Mention("index", given.location()));
      }
      case "options" -> {
        if (given.value() instanceof Map<?, ?> map) {
          map.forEach(
              (key, value) ->
                  option(
                      String.valueOf(key),
                      Given.named(String.valueOf(key), value, given.location())));
        } else {
          openNames(true);
        }
      }
      default -> {}
    }
  }

  private void keys(Given given) {
    if (given.value() instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        declares.add(new Mention(String.valueOf(key), given.location()));
      }
    } else {
      openNames(true);
    }
  }

  private void tags(Given given) {
    words(given, tags);
    if (!Whole.is(given.value())) {
      traits.add(Trait.OPEN_TAGS);
    }
  }

  private static void texts(Given given, List<Mention> to) {
    for (String text : texts(given.value())) {
      to.add(new Mention(text, given.location()));
    }
  }

  /** Texts in which commas part items. */
  private static void words(Given given, List<Mention> to) {
    for (String word : Wanted.words(texts(given.value()), "", given.location())) {
      to.add(new Mention(word, given.location()));
    }
  }

  /** The constant texts of a value; what is computed is left out. */
  private static List<String> texts(Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof Collection<?> items) {
      for (Object item : items) {
        texts.addAll(texts(item));
      }
    }
    return texts;
  }
}
