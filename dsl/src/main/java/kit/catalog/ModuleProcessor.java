package kit.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Runs inside javac for every record that is a module: registers it, writes its manual, and fails
 * the build where the manual would have a gap.
 */
public final class ModuleProcessor extends AbstractProcessor {

  private final ModuleIndex index = new ModuleIndex();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    TypeElement module = processingEnv.getElementUtils().getTypeElement("kit.spi.Module");
    if (module != null) {
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        visit(type, module.asType());
      }
    }
    if (round.processingOver() && !index.isEmpty()) {
      try {
        index.write(processingEnv.getFiler(), processingEnv.getElementUtils());
      } catch (IOException e) {
        refuse("the list of modules cannot be written: " + e, null);
      }
    }
    return false;
  }

  private void visit(TypeElement type, TypeMirror module) {
    if (type.getKind() == ElementKind.RECORD
        && processingEnv.getTypeUtils().isAssignable(type.asType(), module)) {
      register(type);
    }
    for (TypeElement inner : ElementFilter.typesIn(type.getEnclosedElements())) {
      visit(inner, module);
    }
  }

  private void register(TypeElement type) {
    String className = processingEnv.getElementUtils().getBinaryName(type).toString();
    String comment = processingEnv.getElementUtils().getDocComment(type);
    ModuleRecord module = new ModuleRecord(type, className, comment, processingEnv.getMessager());
    Optional<Manual> manual = module.manual();
    if (manual.isEmpty()) {
      return;
    }
    String other = index.add(module.name(), className);
    if (other != null) {
      refuse("the module " + module.name() + " exists already: " + other, type);
      return;
    }
    try {
      FileObject file =
          processingEnv
              .getFiler()
              .createResource(
                  StandardLocation.CLASS_OUTPUT, "", ManualFile.path(module.name()), type);
      try (OutputStream out = file.openOutputStream()) {
        out.write(ManualFile.write(manual.get()).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      refuse("the manual of " + module.name() + " cannot be written: " + e, type);
    }
  }

  private void refuse(String message, Element place) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, place);
  }
}
