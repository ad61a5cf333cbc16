package kit.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.spi.PlanException;
import kit.spi.Without;

/**
 * A record that users fill: a name, arguments, and how what is given becomes the record.
 *
 * @param <T> what such records are
 */
final class Signature<T> {

  private final String name;
  private final Class<? extends T> record;
  private final Manual manual;
  private final List<Argument> arguments;
  private final Constructor<? extends T> constructor;
  private final List<String> beside;

  private Signature(
      String name,
      Class<? extends T> record,
      Manual manual,
      List<Argument> arguments,
      Constructor<? extends T> constructor,
      List<String> beside) {
    this.name = name;
    this.record = record;
    this.manual = manual;
    this.arguments = List.copyOf(arguments);
    this.constructor = constructor;
    this.beside = beside;
  }

  /**
   * The signature of a record; its name is the class's.
   *
   * @param beside further names that users may write, which go elsewhere
   */
  static <T> Signature<T> of(Class<? extends T> record, List<String> beside) {
    String name = Spelling.module(record.getSimpleName());
    Manual written = ManualFile.of(name, record);
    Manual manual = written == null ? Manual.of(record) : written;
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    List<Argument> arguments = new ArrayList<>(components.length);
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments.add(Argument.of(components[i], manual.entries().get(i)));
    }
    try {
      Constructor<? extends T> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Signature<>(name, record, manual, arguments, constructor, beside);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return name;
  }

  /** The record that holds the arguments. */
  Class<? extends T> record() {
    return record;
  }

  /** In the order of the record's components. */
  List<Argument> arguments() {
    return arguments;
  }

  /** The argument of this name or alias, in camelCase or snake_case. */
  Optional<Argument> argument(String written) {
    int position = position(written);
    return position < 0 ? Optional.empty() : Optional.of(arguments.get(position));
  }

  /** What to do instead of an argument that Ansible has and the record does not. */
  Optional<String> instead(String written) {
    Without without = record.getAnnotation(Without.class);
    for (String line : without == null ? new String[0] : without.value()) {
      int equals = line.indexOf(" = ");
      for (String each : line.substring(0, equals).split(", ")) {
        if (each.equals(Spelling.camel(written))) {
          return Optional.of(line.substring(equals + 3));
        }
      }
    }
    return Optional.empty();
  }

  /** What the record says about itself. */
  Manual manual() {
    return manual;
  }

  /**
   * The record of one call. The call's options have been taken out before.
   *
   * @param positional values without a name, for the components in order
   * @param named values by name, alias or snake_case name
   * @param location where the call stands
   * @throws KitException with all problems of the call
   */
  T bind(List<Object> positional, Map<String, Object> named, Location location) {
    List<Given> given = new ArrayList<>(positional.size() + named.size());
    for (Object value : positional) {
      given.add(Given.positional(value, location));
    }
    for (Map.Entry<String, Object> entry : named.entrySet()) {
      given.add(Given.named(entry.getKey(), entry.getValue(), location));
    }
    return bind(given, location);
  }

  /** The record of one call whose arguments have their own places. */
  T bind(List<Given> given, Location location) {
    Binding binding = new Binding(this, beside, given, location);
    if (!binding.problems().isEmpty()) {
      throw new KitException(binding.problems());
    }
    if (!binding.known()) {
      throw new IllegalArgumentException(
          "a call of " + name + " with unknown values can be checked only");
    }
    return create(binding.values(), location);
  }

  /**
   * What is wrong with a call as far as it is known before it is made; its options have been taken
   * out. When every value is known, this includes what the record itself refuses.
   */
  List<Problem> check(List<Given> given, Location location) {
    Binding binding = new Binding(this, beside, given, location);
    if (!binding.problems().isEmpty() || !binding.known()) {
      return binding.problems();
    }
    try {
      create(binding.values(), location);
      return List.of();
    } catch (KitException e) {
      return e.problems();
    }
  }

  /**
   * The record of a call before it is made, if what decides about it is known: not if a choice or a
   * switch is computed, or if something is wrong.
   *
   * @param standIn what stands for text that is computed
   */
  Optional<T> ahead(List<Given> given, Location location, String standIn) {
    List<Given> filled = new ArrayList<>(given.size());
    int unnamed = 0;
    for (Given each : given) {
      int position = each.name().isPresent() ? position(each.name().get()) : unnamed++;
      if (each.hasMore()) {
        return Optional.empty();
      }
      if (each.known()) {
        filled.add(each);
      } else if (position >= 0 && position < arguments.size()) {
        Argument argument = arguments.get(position);
        Optional<Object> value = Scalar.standIn(argument.conversion(), standIn);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        filled.add(Given.named(argument.name(), value.get(), each.location()));
      }
    }
    Binding binding = new Binding(this, beside, filled, location);
    if (!binding.problems().isEmpty() || !binding.known()) {
      return Optional.empty();
    }
    try {
      return Optional.of(create(binding.values(), location));
    } catch (KitException e) {
      return Optional.empty();
    }
  }

  /** The position of the argument that a name means; -1 if there is none. */
  int position(String written) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).isCalled(written)) {
        return i;
      }
    }
    return -1;
  }

  private T create(Object[] values, Location location) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw refused(e.getCause(), location);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getName(), e);
    }
  }

  /** A record's constructor may refuse what is wrong only in combination. */
  private RuntimeException refused(Throwable cause, Location location) {
    if (cause instanceof PlanException refusal) {
      return new KitException(
          new Problem(
              location, name + ": " + refusal.getMessage(), refusal.hint(), Mistake.CONFLICT));
    }
    if (cause instanceof IllegalArgumentException refusal) {
      return new KitException(
          new Problem(
              location,
              name + ": " + refusal.getMessage(),
              "see kit doc " + name,
              Mistake.WRONG_VALUE));
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
