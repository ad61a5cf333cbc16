package kit.script.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kit.catalog.ModuleCatalog;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.PlaybookCheck;
import kit.script.compiler.Compilation;
import kit.script.compiler.CompiledClasses;
import kit.script.language.Order;
import kit.script.language.Place;
import kit.script.language.PlaybookScript;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.Verbs;
import kit.script.scope.CompiledScript;
import kit.script.value.Frozen;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * An expression over one host, in the language of playbooks: {@code facts.os.family == 'Debian' &&
 * 'web' in groups}. Belongs to one thread.
 */
public final class HostExpression {

  private final CompiledScript script;
  private final ScriptIndex index;
  private final Fields fields = new Fields();

  private HostExpression(CompiledScript script, ScriptIndex index) {
    this.script = script;
    this.index = index;
  }

  /**
   * Compiles an expression.
   *
   * @param begin where its first character stands, as messages say it: {@code --limit:1:2}
   * @param catalog the modules, which it may not call
   * @throws KitException with all mistakes that it shows by itself
   */
  public static HostExpression of(String text, Location begin, ModuleCatalog catalog) {
    if (text.isBlank()) {
      String example = "for example 'web' in groups && port > 80";
      throw new KitException(new Problem(begin, "there is no expression", example));
    }
    Verbs words = new Verbs(List.of(QueryWord.values()));
    ClassLoader parent = HostExpression.class.getClassLoader();
    String padded = " ".repeat(Math.max(0, begin.column() - 1)) + text;
    CompiledClasses classes =
        new Compilation(words, catalog, parent, new PlaybookCheck(catalog)::calls)
            .compile(padded, "KitQuery", begin.file(), Place.QUERY);
    List<Problem> problems = new ArrayList<>(classes.problems());
    problems.addAll(PlaybookCheck.facts(classes.index()));
    if (!problems.isEmpty()) {
      throw new KitException(Order.byPlace(problems));
    }
    try {
      Class<? extends PlaybookScript> type = classes.load(parent);
      return new HostExpression(
          new CompiledScript(type, begin.file(), words, catalog, null), classes.index());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** The variables that it reads without asking whether they are there. */
  public Set<String> reads() {
    Set<String> names = new TreeSet<>();
    for (Mention read : index.reads()) {
      if (!QueryScope.WORDS.contains(read.name())) {
        names.add(read.name());
      }
    }
    return names;
  }

  /**
   * Refuses names that no host has.
   *
   * @param wrong those of {@link #reads()} that no host has
   * @param known the names that hosts have
   */
  public void refuse(Set<String> wrong, Set<String> known) {
    List<Problem> problems = new ArrayList<>();
    Set<String> names = new TreeSet<>(QueryScope.WORDS);
    names.addAll(known);
    for (Mention read : index.reads()) {
      if (wrong.contains(read.name())) {
        String hint = "text stands in quotes: '" + read.name() + "'";
        problems.add(
            new Problem(
                read.location(),
                "no host has a variable '" + read.name() + "'",
                Suggestion.hint(read.name(), names, hint),
                Mistake.UNKNOWN_VARIABLE));
      }
    }
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
  }

  /** What it comes to for a host, in values of Java. */
  public Object value(QueryHost host) {
    return Frozen.of(script.value(new QueryScope(script, host, fields)));
  }

  /** Whether it holds for a host, as Groovy takes values for conditions. */
  public boolean holds(QueryHost host) {
    Object value = script.value(new QueryScope(script, host, fields));
    return DefaultTypeTransformation.castToBoolean(value);
  }

  /** Names below variables, {@code tags.role}, that were read and that no host had. */
  public List<Problem> nowhere() {
    return fields.nowhere();
  }
}
