package kit.script.scope;

import groovy.lang.Closure;
import groovy.lang.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import kit.script.language.PlaybookScript;
import kit.script.value.Frozen;

/**
 * Copies of closures that belong to a script instance. A closure that several hosts shared would
 * serve one the names of another.
 */
final class Closures {

  private Closures() {}

  /** A copy of a closure, with the closures that it captured, on another script instance. */
  static Closure<?> on(PlaybookScript script, Closure<?> original) {
    return copy(original, script, new IdentityHashMap<>());
  }

  /** Makes collections read-only that closures have captured: bodies of all hosts share them. */
  static void freeze(Closure<?> closure) {
    freeze(closure, new IdentityHashMap<>());
  }

  private static void freeze(Closure<?> closure, Map<Object, Object> seen) {
    if (seen.put(closure, closure) != null) {
      return;
    }
    for (Field field : captured(closure)) {
      Reference<Object> variable = read(field, closure);
      if (variable.get() instanceof Closure<?> inner) {
        freeze(inner, seen);
      } else {
        variable.set(Frozen.of(variable.get()));
      }
    }
  }

  private static Closure<?> copy(
      Closure<?> original, PlaybookScript script, Map<Object, Closure<?>> made) {
    Closure<?> known = made.get(original);
    if (known != null) {
      return known;
    }
    Closure<?> copy = original.rehydrate(script, script, script);
    made.put(original, copy);
    for (Field field : captured(copy)) {
      if (read(field, copy).get() instanceof Closure<?> inner) {
        write(field, copy, new Reference<>(copy(inner, script, made)));
      }
    }
    return copy;
  }

  /** The fields in which compiled closures keep variables from outside. */
  private static List<Field> captured(Closure<?> closure) {
    List<Field> fields = new ArrayList<>();
    for (Field field : closure.getClass().getDeclaredFields()) {
      if (field.getType() == Reference.class) {
        try {
          field.setAccessible(true);
          fields.add(field);
        } catch (InaccessibleObjectException e) {
          return fields;
        }
      }
    }
    return fields;
  }

  @SuppressWarnings("unchecked")
  private static Reference<Object> read(Field field, Closure<?> closure) {
    try {
      return (Reference<Object>) field.get(closure);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Field field, Closure<?> closure, Reference<?> variable) {
    try {
      field.set(closure, variable);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
