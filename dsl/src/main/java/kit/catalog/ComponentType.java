package kit.catalog;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a component while javac compiles it: what {@link Conversion#to} will make of it.
 *
 * @param mirror the type
 */
record ComponentType(TypeMirror mirror) {

  /** Whether there is a conversion to it. */
  boolean convertible() {
    if (raw()) {
      return false;
    }
    return switch (name()) {
      case "java.util.Optional", "java.util.List" -> of(0).convertible();
      case "java.util.Map" -> of(0).name().equals("java.lang.String") && of(1).convertible();
      default -> isEnum() || Scalar.of(name()) != null;
    };
  }

  /** Whether a default of this text can be converted to it. */
  boolean takes(String preset) {
    return switch (name()) {
      case "java.util.Optional", "java.util.List" -> of(0).takes(preset);
      case "java.util.Map" -> false;
      default -> isEnum() ? hasConstant(preset) : scalarTakes(preset);
    };
  }

  private boolean scalarTakes(String preset) {
    try {
      Scalar.of(name()).convert(preset);
      return true;
    } catch (Mismatch e) {
      return false;
    }
  }

  private boolean hasConstant(String preset) {
    for (Element element : element().getEnclosedElements()) {
      if (element.getKind() == ElementKind.ENUM_CONSTANT
          && Spelling.value(element.getSimpleName().toString()).equals(Spelling.value(preset))) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnum() {
    return mirror instanceof DeclaredType && element().getKind() == ElementKind.ENUM;
  }

  private String name() {
    return mirror instanceof DeclaredType
        ? element().getQualifiedName().toString()
        : mirror.toString();
  }

  private TypeElement element() {
    return (TypeElement) ((DeclaredType) mirror).asElement();
  }

  private boolean raw() {
    return mirror instanceof DeclaredType declared
        && declared.getTypeArguments().size() < element().getTypeParameters().size();
  }

  private ComponentType of(int position) {
    return new ComponentType(((DeclaredType) mirror).getTypeArguments().get(position));
  }
}
