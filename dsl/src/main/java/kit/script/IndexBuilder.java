package kit.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kit.catalog.Given;
import kit.catalog.OptionNames;
import kit.model.Location;
import kit.script.ScriptIndex.Include;
import kit.script.ScriptIndex.Mention;
import kit.script.ScriptIndex.ModuleCall;
import kit.script.ScriptIndex.Notify;
import kit.script.ScriptIndex.RoleCall;

/** Collects a {@link ScriptIndex} while a script is rewritten. */
final class IndexBuilder {

  private final List<ModuleCall> calls = new ArrayList<>();
  private final List<Notify> notifies = new ArrayList<>();
  private final List<Mention> handlers = new ArrayList<>();
  private final List<Mention> tags = new ArrayList<>();
  private final List<Mention> reads = new ArrayList<>();
  private final List<Mention> declares = new ArrayList<>();
  private final List<Mention> templates = new ArrayList<>();
  private final List<Mention> files = new ArrayList<>();
  private final List<Mention> hosts = new ArrayList<>();
  private final List<Include> includes = new ArrayList<>();
  private final List<ModuleCall> defaults = new ArrayList<>();
  private final List<Mention> questions = new ArrayList<>();
  private final List<RoleCall> roles = new ArrayList<>();
  private boolean growing;
  private boolean complete = true;
  private Location play = Location.NONE;

  ScriptIndex build() {
    return new ScriptIndex(
        calls, notifies, handlers, tags, reads, declares, templates, files, hosts, includes,
        defaults, questions, roles, growing, complete);
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

  /** A module call. */
  void module(String written, String name, Location location, List<Given> given, boolean open) {
    calls.add(new ModuleCall(written, location, given, open));
    boolean free = name.equals("setFact");
    complete &= !(open && free || name.equals("includeVars"));
    boolean here = true;
    for (Given each : given) {
      String argument = each.name().orElse("");
      here &= !(argument.equals("remoteSrc") || argument.equals("remote_src"));
      if (free && !argument.isEmpty() && OptionNames.find(argument).isEmpty()) {
        declares.add(new Mention(argument, each.location()));
      }
    }
    for (Given each : given) {
      option(each.name().orElse(""), each);
      if (each.name().orElse("").equals("src") && name.equals("template")) {
        texts(each, templates);
      } else if (each.name().orElse("").equals("src") && name.equals("copy") && here) {
        texts(each, files);
      }
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
    complete &= constant;
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
    complete &= constant && !arguments.open() || !body;
  }

  /** A word that nobody knows: what it names may have been meant as variables. */
  void unknown(List<Given> given) {
    for (Given each : given) {
      each.name().ifPresent(name -> declares.add(new Mention(name, each.location())));
    }
  }

  /** A call of a verb. */
  void verb(String name, List<Given> given, boolean open) {
    complete &= !(open && name.equals("vars") || name.equals("includeVars"));
    growing |= name.equals("addHost") || name.equals("groupBy");
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
        case "tags" -> words(each, tags);
        case "hosts" -> words(each, hosts);
        case "handler" -> {
          if (argument.isEmpty() || argument.equals("listen")) {
            texts(each, handlers);
          }
        }
        case "has", "defined" -> texts(each, declares);
        case "moduleDefaults" -> defaults(argument, each);
        case "addHost" -> names(argument, each);
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
        complete &= each.value() instanceof String;
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
    defaults.add(new ModuleCall(module, given.location(), arguments, open));
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
        complete &= given.value() instanceof String;
        texts(given, declares);
      }
      case "tags" -> words(given, tags);
      case "vars" -> keys(given);
      case "loop" -> declares.add(new Mention("item", given.location()));
      case "options" -> {
        if (given.value() instanceof Map<?, ?> map) {
          map.forEach(
              (key, value) ->
                  option(
                      String.valueOf(key),
                      Given.named(String.valueOf(key), value, given.location())));
        } else {
          complete = false;
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
      complete = false;
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
