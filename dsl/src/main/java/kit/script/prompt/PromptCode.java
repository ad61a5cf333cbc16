package kit.script.prompt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kit.catalog.ModuleType;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Problem;
import kit.script.KnownNames;
import kit.script.PlaybookCheck;
import kit.script.language.Order;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;
import kit.script.scope.CompiledScript;
import kit.script.scope.HostScope;
import kit.script.value.ResultObject;

/** A statement of an interactive session, compiled. */
public final class PromptCode {

  private final CompiledScript script;
  private final ScriptIndex index;
  private final Set<String> words;
  private final String text;
  private final List<PromptFunction> functions;

  /**
   * @param words the words of the language and modules that it calls
   * @param text its source
   * @param functions those of the session that it calls
   */
  PromptCode(
      CompiledScript script,
      ScriptIndex index,
      Set<String> words,
      String text,
      List<PromptFunction> functions) {
    this.text = text;
    this.functions = List.copyOf(functions);
    this.script = script;
    this.index = index;
    this.words = words;
  }

  public ScriptIndex index() {
    return index;
  }

  /** Its source, functions that it calls at the end. */
  public String text() {
    return text;
  }

  /** The functions of the session that it calls. */
  public List<PromptFunction> functions() {
    return functions;
  }

  /** Whether it has to run on hosts, for only they know what it reads or does. */
  public boolean perHost(Set<String> session) {
    boolean alone = PromptScope.WORDS.containsAll(words) && index.calls().isEmpty();
    for (Mention read : index.reads()) {
      alone &= session.contains(read.name());
    }
    return !alone;
  }

  /** Whether it does anything on its hosts but read variables and facts. */
  public boolean acts() {
    return !index.calls().isEmpty() || !PromptScope.SHOWS.containsAll(words);
  }

  /** Whether it calls nothing, so that what it is for is its value. */
  public boolean asks() {
    return index.calls().isEmpty() && words.isEmpty();
  }

  /** Whether all that it does are commands, of which nobody can tell beforehand what they do. */
  public boolean onlyCommands() {
    for (ScriptIndex.ModuleCall call : index.calls()) {
      Optional<ModuleType> type = script.catalog().find(call.name());
      if (type.isEmpty() || !type.get().record().getPackageName().endsWith(".commands")) {
        return false;
      }
    }
    return !index.calls().isEmpty();
  }

  /** Whether a value is a result of a call. */
  public static boolean isResult(Object value) {
    return value instanceof ResultObject;
  }

  /** The names that it reads. */
  public Set<String> reads() {
    Set<String> names = new LinkedHashSet<>();
    index.reads().forEach(read -> names.add(read.name()));
    return names;
  }

  /**
   * Refuses what is known to be wrong before a host is contacted.
   *
   * @param variables names that have a value somewhere
   */
  public void refuse(Set<String> variables) {
    refuse(name -> false, variables);
  }

  /**
   * The same where more names may have a value.
   *
   * @param has whether a name has one
   */
  public void refuse(Predicate<String> has, Set<String> variables) {
    List<Problem> problems = new ArrayList<>(new PlaybookCheck(script.catalog()).calls(index));
    KnownNames known = new KnownNames(index, variables);
    Set<Mention> seen = new HashSet<>();
    for (Mention read : index.reads()) {
      if (index.complete() && !known.has(read.name()) && !has.test(read.name()) && seen.add(read)) {
        problems.add(known.unknown(read.name(), read.location()));
      }
    }
    if (!problems.isEmpty()) {
      throw new KitException(Order.byPlace(problems));
    }
  }

  /** Its value for a host. */
  public Object on(HostSession session) {
    return script.evaluate(new HostScope(script, session));
  }

  /** Its value for the session. */
  public Object in(PromptNames names) {
    return script.evaluate(new PromptScope(names));
  }
}
