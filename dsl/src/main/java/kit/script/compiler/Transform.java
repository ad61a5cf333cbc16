package kit.script.compiler;

import kit.catalog.ModuleCatalog;
import kit.script.language.Place;
import kit.script.language.Verbs;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Plugs the rewriting into Groovy's compiler, and refuses what is no part of a playbook. */
final class Transform extends CompilationCustomizer {

  private final Verbs verbs;
  private final ModuleCatalog catalog;
  private final Findings findings;
  private final Place top;
  private final boolean watched;

  /**
   * @param top what scripts are: a playbook or a file of tasks
   * @param watched whether calls tell which variables of the script can be seen from them
   */
  Transform(Verbs verbs, ModuleCatalog catalog, Findings findings, Place top, boolean watched) {
    super(CompilePhase.SEMANTIC_ANALYSIS);
    this.verbs = verbs;
    this.catalog = catalog;
    this.findings = findings;
    this.top = top;
    this.watched = watched;
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode node) {
    if (node.isScript()) {
      refuse(source.getAST());
      new Rewriter(
              source, new Vocabulary(verbs, catalog, new OwnNames(node)), findings, top, watched)
          .rewrite(node);
      if (watched) {
        new VariableScopeVisitor(source, true).visitClass(node); // variables are read in new places
      }
    } else {
      findings.problem(
          node, "a playbook declares no classes", "use functions: def name(x) { ... }");
    }
  }

  private void refuse(ModuleNode module) {
    if (module.getPackage() != null) {
      findings.problem(
          module.getPackage(),
          "a playbook has no package",
          "the module for packages of any system is called packages");
    }
    for (ImportNode each : module.getImports()) {
      grab(each);
    }
    for (ImportNode each : module.getStarImports()) {
      grab(each);
    }
  }

  private void grab(AnnotatedNode node) {
    for (AnnotationNode annotation : node.getAnnotations()) {
      refuseGrab(annotation, findings);
    }
  }

  static void refuseGrab(AnnotationNode annotation, Findings findings) {
    if (annotation.getClassNode().getNameWithoutPackage().startsWith("Grab")) {
      findings.problem(
          annotation, "a playbook loads no libraries: @Grab", "put the jar on the class path");
    }
  }
}
