package kit.script.value;

import groovy.lang.GroovyObject;
import groovy.lang.MetaClass;
import java.util.Collection;
import java.util.Optional;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Something with fields of which a wrong name is an error, and which playbooks cannot change. */
public interface Strict extends GroovyObject {

  /** The field of this name; null if there is none: {@code x?.name}. */
  Object optional(String name);

  /** What messages call it, for example {@code facts.os}. */
  String label();

  @Override
  default Object invokeMethod(String name, Object arguments) {
    return getMetaClass().invokeMethod(this, name, arguments);
  }

  @Override
  default MetaClass getMetaClass() {
    return InvokerHelper.getMetaClass(getClass());
  }

  @Override
  default void setMetaClass(MetaClass metaClass) {
    throw new UnsupportedOperationException();
  }

  /**
   * What {@code setProperty} throws. Classes say it themselves: Groovy passes over a default
   * method.
   */
  static KitException assigned(String label, String name) {
    return new KitException(
        new Problem(
            Location.NONE,
            label + "." + name + " cannot be assigned",
            "variables are read-only; use setFact"));
  }

  /** The error of a wrong name. */
  static KitException unknown(String label, String name, Collection<String> known) {
    Optional<String> near = Suggestion.of(name, known);
    String hint =
        near.isPresent()
            ? "did you mean '" + near.get() + "'?"
            : known.isEmpty() ? "it is empty" : "it has " + String.join(", ", known);
    return new KitException(new Problem(Location.NONE, label + " has no '" + name + "'", hint));
  }
}
