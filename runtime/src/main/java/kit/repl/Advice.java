package kit.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.catalog.ModuleCatalog;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.prompt.PromptReader;

/** What to do next, where a mistake is one that people make at prompts only. */
final class Advice {

  private static final Pattern PROGRAM =
      Pattern.compile("([a-z][a-z0-9_-]*)(\\s+[^\\s=+*<>?{(&|].*)?");
  private static final Pattern CALL = Pattern.compile("\\w:\\s|^\\S+\\s+['\"\\[]");
  private static final Pattern FOR_SHELLS = Pattern.compile(".*[|&;<>*?$~`].*");

  private static final Pattern NOTHING = Pattern.compile("nothing gives '(.+)' a value");

  private final ModuleCatalog catalog;
  private final Set<String> names;
  private final Set<String> variables;
  private final Predicate<String> hosts;

  /**
   * @param names the variables of the session
   * @param variables those that some host has
   * @param hosts whether a host or group has this name
   */
  Advice(ModuleCatalog catalog, Set<String> names, Set<String> variables, Predicate<String> hosts) {
    this.hosts = hosts;
    this.catalog = catalog;
    this.names = names;
    this.variables = variables;
  }

  /** The same problems; that of a line which was meant for a shell says how to get it there. */
  List<Problem> of(List<Problem> problems, String text) {
    String line = text.strip();
    Matcher program = PROGRAM.matcher(line);
    boolean words = program.matches() && program.group(2) != null && !CALL.matcher(line).find();
    if (program.matches() && !known(program.group(1)) && unknown(problems, words)) {
      Problem first = problems.get(0);
      return List.of(new Problem(first.location(), first.message(), command(line), first.kind()));
    }
    List<Problem> advised = new ArrayList<>();
    for (Problem each : problems) {
      advised.add(variable(each));
    }
    return advised;
  }

  private boolean known(String word) {
    return catalog.nameOf(word).isPresent()
        || PromptReader.verbs().contains(word)
        || names.contains(word)
        || variables.contains(word)
        || hosts.test(word);
  }

  /**
   * Whether names are all that is wrong, and none of them is nearly right.
   *
   * @param words whether the line can be nothing but a program and its arguments
   */
  private static boolean unknown(List<Problem> problems, boolean words) {
    boolean unknown = true;
    for (Problem each : problems) {
      Mistake kind = each.kind();
      unknown &=
          kind == Mistake.UNKNOWN_VARIABLE
              || kind == Mistake.UNKNOWN_MODULE
              || kind == Mistake.SYNTAX;
      unknown &= words || !each.hint().startsWith("did you mean");
      unknown &= !each.hint().contains("quote is missing");
    }
    return unknown;
  }

  private static String command(String line) {
    String module = FOR_SHELLS.matcher(line).matches() ? "shell" : "command";
    String quoted = line.replace("\\", "\\\\").replace("'", "\\'");
    return "to run it on the hosts: " + module + " '" + quoted + "'";
  }

  private Problem variable(Problem each) {
    Matcher nothing = NOTHING.matcher(each.message());
    if (nothing.matches() && hosts.test(nothing.group(1))) {
      String hint = "hosts have no names in the language: hosts('" + nothing.group(1) + "')";
      return new Problem(each.location(), each.message(), hint, each.kind());
    }
    for (String name : names) {
      if (each.message().equals("unknown module '" + name + "'")) {
        String hint = "it is a variable; a closure is called so: " + name + ".call(...)";
        return new Problem(each.location(), each.message(), hint, each.kind());
      }
    }
    return each;
  }
}
