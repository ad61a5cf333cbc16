package kit.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Free;
import kit.spi.Shadows;
import kit.spi.inventory.Plugin;

/**
 * A module's or source's record while javac compiles it: its manual, and what is missing for one.
 */
final class ModuleRecord {

  private final TypeElement record;
  private final String className;
  private final RecordJavadoc javadoc;
  private final Predicate<String> isOption;
  private final Messager messager;
  private boolean faulty;

  ModuleRecord(
      TypeElement record,
      String className,
      String comment,
      Predicate<String> isOption,
      Messager messager) {
    this.record = record;
    this.className = className;
    this.javadoc = RecordJavadoc.of(comment == null ? "" : comment);
    this.isOption = isOption;
    this.messager = messager;
  }

  String name() {
    return Spelling.module(record.getSimpleName().toString());
  }

  /** Other names that the record goes by, as written. */
  List<String> aliases() {
    Plugin plugin = record.getAnnotation(Plugin.class);
    return plugin == null ? List.of() : List.of(plugin.value());
  }

  /** The manual; empty if something is wrong, which has been said at its own line. */
  Optional<Manual> manual() {
    if (javadoc.summary().isEmpty()) {
      refuse(record, record.getSimpleName() + " has no Javadoc that says what it does");
    }
    if (javadoc.examples().isEmpty()) {
      refuse(
          record,
          record.getSimpleName() + " has no example: add <pre>{@code ... }</pre> to its Javadoc");
    }
    List<Manual.Entry> entries = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      Manual.Entry entry = entry(component);
      check(component, entry, taken);
      entries.add(entry);
    }
    Manual manual =
        new Manual(
            className, javadoc.summary(), javadoc.description(), javadoc.examples(), entries);
    return faulty ? Optional.empty() : Optional.of(manual);
  }

  private Manual.Entry entry(RecordComponentElement component) {
    Alias alias = component.getAnnotation(Alias.class);
    Default preset = component.getAnnotation(Default.class);
    String name = component.getSimpleName().toString();
    return new Manual.Entry(
        name,
        alias == null ? List.of() : List.of(alias.value()),
        Optional.ofNullable(preset).map(Default::value),
        component.getAnnotation(Shadows.class) != null,
        component.getAnnotation(Free.class) != null,
        javadoc.params().getOrDefault(name, ""));
  }

  private void check(RecordComponentElement component, Manual.Entry entry, Set<String> taken) {
    Element place = place(component);
    if (entry.doc().isEmpty()) {
      refuse(place, "@param " + entry.name() + " is missing in the Javadoc");
    }
    checkType(component.asType(), entry, place);
    checkNames(entry, taken, place);
  }

  private void checkType(TypeMirror mirror, Manual.Entry entry, Element place) {
    ComponentType type = new ComponentType(mirror);
    if (!type.convertible()) {
      refuse(place, "an argument cannot be a " + mirror);
    } else if (entry.preset().isPresent() && !type.takes(entry.preset().get())) {
      refuse(place, "@Default: '" + entry.preset().get() + "' is no " + mirror);
    }
    if (entry.free() && !mirror.toString().startsWith("java.util.Map<")) {
      refuse(place, "@Free is for a Map");
    }
  }

  private void checkNames(Manual.Entry entry, Set<String> taken, Element place) {
    boolean option = false;
    List<String> names = new ArrayList<>(entry.aliases());
    names.add(entry.name());
    for (String each : names) {
      String name = Spelling.camel(each);
      option |= isOption.test(name);
      if (!taken.add(name)) {
        refuse(place, "two arguments are called '" + name + "'");
      }
    }
    if (option && !entry.shadows() && !entry.free()) {
      refuse(place, "'" + entry.name() + "' is the name of an option: rename it or add @Shadows");
    }
    if (!option && entry.shadows()) {
      refuse(place, "@Shadows: no option is called '" + entry.name() + "'");
    }
  }

  /** javac knows the place of a component only by its field. */
  private Element place(RecordComponentElement component) {
    for (Element field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        return field;
      }
    }
    return record;
  }

  private void refuse(Element place, String message) {
    faulty = true;
    messager.printMessage(Diagnostic.Kind.ERROR, message, place);
  }
}
