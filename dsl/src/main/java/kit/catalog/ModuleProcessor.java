package kit.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Runs inside javac for every record that is a module or an inventory source: registers it, writes
 * its manual, and fails the build where the manual would have a gap.
 */
public final class ModuleProcessor extends AbstractProcessor {

  private final RecordIndex modules = new RecordIndex(ModuleCatalog.INDEX, "module");
  private final RecordIndex sources = new RecordIndex(SourceCatalog.INDEX, "inventory source");

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
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      visit(type, "kit.spi.Module", name -> OptionNames.find(name).isPresent(), modules);
      visit(type, "kit.spi.inventory.InventorySource", SourceType.COMMON::contains, sources);
    }
    if (round.processingOver()) {
      write(modules);
      write(sources);
    }
    return false;
  }

  private void write(RecordIndex index) {
    try {
      if (!index.isEmpty()) {
        index.write(processingEnv.getFiler(), processingEnv.getElementUtils());
      }
    } catch (IOException e) {
      refuse("the list of records cannot be written: " + e, null);
    }
  }

  private void visit(TypeElement type, String kind, Predicate<String> isOption, RecordIndex index) {
    TypeElement wanted = processingEnv.getElementUtils().getTypeElement(kind);
    if (wanted != null
        && type.getKind() == ElementKind.RECORD
        && processingEnv.getTypeUtils().isAssignable(type.asType(), wanted.asType())) {
      register(type, isOption, index);
    }
    for (TypeElement inner : ElementFilter.typesIn(type.getEnclosedElements())) {
      visit(inner, kind, isOption, index);
    }
  }

  private void register(TypeElement type, Predicate<String> isOption, RecordIndex index) {
    String className = processingEnv.getElementUtils().getBinaryName(type).toString();
    String comment = processingEnv.getElementUtils().getDocComment(type);
    ModuleRecord module =
        new ModuleRecord(type, className, comment, isOption, processingEnv.getMessager());
    Optional<Manual> manual = module.manual();
    if (manual.isEmpty()) {
      return;
    }
    String other = index.add(module.name(), className);
    if (other != null) {
      refuse("the " + index.what() + " " + module.name() + " exists already: " + other, type);
      return;
    }
    for (String alias : module.aliases()) {
      index.add(alias, className);
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
