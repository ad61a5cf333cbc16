package kit.script;

import groovy.lang.GroovyClassLoader;
import groovy.transform.ThreadInterrupt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.catalog.ModuleCatalog;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.tools.GroovyClass;

/** Compiles one script to classes and its index. */
final class Compilation {

  private final Verbs verbs;
  private final ModuleCatalog catalog;
  private final ClassLoader loader;
  private boolean stoppable;

  Compilation(Verbs verbs, ModuleCatalog catalog, ClassLoader loader) {
    this.verbs = verbs;
    this.catalog = catalog;
    this.loader = loader;
  }

  /** Loops without end are left when their thread is interrupted. */
  Compilation stoppable() {
    stoppable = true;
    return this;
  }

  /**
   * @param className what the script's class is to be called
   * @param file the file as the user named it
   * @param top what the script is: a playbook or a file of tasks
   * @throws KitException with all problems that the source shows, if it cannot be compiled
   */
  CompiledClasses compile(String text, String className, String file, Place top) {
    Findings findings = new Findings(file);
    CompilerConfiguration configuration = configuration();
    configuration.addCompilationCustomizers(new Transform(verbs, catalog, findings, top));
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

  static CompilerConfiguration configuration() {
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

  private Vocabulary verbsAndModules() {
    return new Vocabulary(verbs, catalog, null);
  }

  private List<GroovyClass> compile(CompilationUnit unit, Findings findings, String text) {
    List<Problem> problems = new ArrayList<>();
    try {
      unit.compile(Phases.CLASS_GENERATION);
      return unit.getClasses();
    } catch (MultipleCompilationErrorsException e) {
      for (Message message : e.getErrorCollector().getErrors()) {
        problems.add(new GroovyMessage(findings.file(), text, verbsAndModules()).problem(message));
      }
    } catch (CompilationFailedException e) {
      problems.add(new Problem(Location.NONE, String.valueOf(e.getMessage()), ""));
    }
    if (!findings.problems().isEmpty() && generating(unit)) {
      problems.clear(); // Groovy stumbles over what is wrong in words of kit
    }
    problems.addAll(findings.problems());
    problems.addAll(new PlaybookCheck(catalog).calls(findings.index().build()));
    throw new KitException(Order.byPlace(problems));
  }
}
