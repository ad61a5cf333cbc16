package kit.script.compiler;

import groovy.lang.GroovyClassLoader;
import groovy.transform.ThreadInterrupt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.language.Order;
import kit.script.language.Place;
import kit.script.language.PlaybookScript;
import kit.script.language.ScriptIndex;
import kit.script.language.Verbs;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.tools.GroovyClass;

/** Compiles one script to classes and its index. */
public final class Compilation {

  private final Verbs verbs;
  private final ModuleCatalog catalog;
  private final ClassLoader loader;
  private final Function<ScriptIndex, List<Problem>> calls;
  private boolean stoppable;
  private boolean watched;

  /**
   * @param calls what is wrong with the calls of modules, told with a script that cannot be
   *     compiled
   */
  public Compilation(
      Verbs verbs,
      ModuleCatalog catalog,
      ClassLoader loader,
      Function<ScriptIndex, List<Problem>> calls) {
    this.calls = calls;
    this.verbs = verbs;
    this.catalog = catalog;
    this.loader = loader;
  }

  /** What the classes of a script depend on, as a short text. */
  public String key(String text, Place top) {
    return new CacheKey(verbs, catalog).of(text, top, watched);
  }

  /** Calls tell which variables of the script can be seen from them, for who debugs it. */
  public Compilation watched(boolean wanted) {
    watched = wanted;
    return this;
  }

  /** Loops without end are left when their thread is interrupted. */
  public Compilation stoppable() {
    stoppable = true;
    return this;
  }

  /**
   * @param className what the script's class is to be called
   * @param file the file as the user named it
   * @param top what the script is: a playbook or a file of tasks
   * @throws KitException with all problems that the source shows, if it cannot be compiled
   */
  public CompiledClasses compile(String text, String className, String file, Place top) {
    Findings findings = new Findings(file);
    CompilerConfiguration configuration = configuration();
    configuration.addCompilationCustomizers(new Transform(verbs, catalog, findings, top, watched));
    if (stoppable) {
      configuration.addCompilationCustomizers(
          new ASTTransformationCustomizer(ThreadInterrupt.class));
    }
    List<GroovyClass> classes;
    try (GroovyClassLoader resolver = new GroovyClassLoader(loader, configuration)) {
      CompilationUnit unit = new CompilationUnit(configuration, null, resolver);
      unit.addSource(className + ".groovy", text);
      classes = compile(unit, findings, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (GroovyClass each : classes) {
      bytes.put(each.getName(), each.getBytes());
    }
    if (!bytes.containsKey(className) && !findings.problems().isEmpty()) {
      throw new KitException(Order.byPlace(findings.problems()));
    }
    if (!bytes.containsKey(className)) {
      throw new KitException(
          new Problem(
              new Location(file, 0, 0),
              "there is nothing in it",
              switch (top) {
                case PLAYBOOK -> "write play('...') { }";
                case QUERY -> "write an expression";
                case PLAY, TASKS, BODY, VALUE, ANYWHERE -> "write task('...') { }";
              }));
    }
    return new CompiledClasses(
        className, bytes, findings.index().build(), List.copyOf(findings.problems()));
  }

  public static CompilerConfiguration configuration() {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(PlaybookScript.class.getName());
    configuration.setTargetBytecode(CompilerConfiguration.JDK17);
    // call sites instead of invokedynamic: less work in a cold JVM
    configuration.getOptimizationOptions().put("indy", false);
    configuration.setDisabledGlobalASTTransformations(
        Set.of("groovy.grape.GrabAnnotationTransformation"));
    return configuration;
  }

  private static boolean generating(CompilationUnit unit) {
    return unit.getPhase() > Phases.SEMANTIC_ANALYSIS;
  }

  /** What Groovy's compiler complains about. */
  public static List<Problem> problems(
      MultipleCompilationErrorsException e,
      String file,
      String text,
      Verbs verbs,
      ModuleCatalog catalog) {
    Vocabulary words = new Vocabulary(verbs, catalog, null);
    List<Problem> problems = new ArrayList<>();
    for (Message message : e.getErrorCollector().getErrors()) {
      problems.add(new GroovyMessage(file, text, words).problem(message));
    }
    return problems;
  }

  private List<GroovyClass> compile(CompilationUnit unit, Findings findings, String text) {
    List<Problem> problems = new ArrayList<>();
    try {
      unit.compile(Phases.CLASS_GENERATION);
      return unit.getClasses();
    } catch (MultipleCompilationErrorsException e) {
      problems.addAll(problems(e, findings.file(), text, verbs, catalog));
    } catch (CompilationFailedException e) {
      problems.add(new Problem(Location.NONE, String.valueOf(e.getMessage()), ""));
    }
    if (!findings.problems().isEmpty() && generating(unit)) {
      problems.clear(); // Groovy stumbles over what is wrong in words of kit
    }
    problems.addAll(findings.problems());
    problems.addAll(calls.apply(findings.index().build()));
    throw new KitException(Order.byPlace(problems));
  }
}
