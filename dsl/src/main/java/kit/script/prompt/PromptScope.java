package kit.script.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.language.Call;
import kit.script.language.Scope;
import kit.script.value.Text;

/** The names of what a session computes itself, once and on no host. */
final class PromptScope implements Scope {

  static final Set<String> WORDS = Set.of("hosts", "print", "println");

  /** Words of bodies that only look. */
  static final Set<String> SHOWS =
      Set.of("hosts", "print", "println", "printf", "host", "has", "defined");

  private final PromptNames names;

  PromptScope(PromptNames names) {
    this.names = names;
  }

  @Override
  public Object call(Call call) {
    if (call.name().equals("hosts") && call.named().isEmpty()) {
      return new HostSet(names.hosts(patterns(call), call.location()), names);
    }
    if (WORDS.contains(call.name())) {
      names.print(call.positional().isEmpty() ? "" : Text.of(call.positional().get(0)));
      return null;
    }
    throw call.problem(
        call.name() + " runs on hosts and cannot run here",
        "say it on a line of its own, or for some hosts: web." + call.name() + " ...");
  }

  private static List<String> patterns(Call call) {
    List<String> patterns = new ArrayList<>();
    for (Object said : call.positional()) {
      if (said instanceof HostSet set) {
        patterns.addAll(set.names());
      } else if (said instanceof Iterable<?> items) {
        items.forEach(item -> patterns.add(name(item)));
      } else {
        patterns.add(name(said));
      }
    }
    return patterns.isEmpty() ? List.of("all") : patterns;
  }

  private static String name(Object said) {
    return said instanceof HostView host
        ? host.name()
        : said instanceof HostResult result ? result.host() : Text.of(said);
  }

  @Override
  public Object variable(String name, Location where) {
    if (names.names().contains(name)) {
      return names.value(name);
    }
    throw new KitException(
        new Problem(
            where,
            "'" + name + "' has a value on hosts only",
            "say it on a line of its own, or for some hosts: web.vars." + name));
  }
}
