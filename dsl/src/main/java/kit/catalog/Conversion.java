package kit.catalog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a value as a playbook gives it to the type that a record wants. All conversions of arguments
 * go through here. What comes out is immutable and holds no text but Strings.
 */
public interface Conversion {

  /**
   * @param value what was given; may be null
   * @throws Mismatch if it cannot be converted
   */
  Object convert(Object value);

  /** What is wanted, with its article: {@code a whole number}. */
  String wanted();

  /** Several of what is wanted: {@code whole numbers}. */
  String plural();

  /**
   * The conversion to a type.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Conversion to(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return new OptionalOf(to(of[0]));
      }
      if (generic.getRawType() == List.class) {
        return new ListOf(to(of[0]));
      }
      if (generic.getRawType() == Map.class && of[0] == String.class) {
        return new MapOf(to(of[1]));
      }
    } else if (type instanceof Class<?> plain) {
      if (plain.isEnum()) {
        return new OneOf(plain);
      }
      Scalar scalar = Scalar.of(plain.getName());
      if (scalar != null) {
        return scalar;
      }
    }
    throw new IllegalArgumentException("an argument cannot be a " + type.getTypeName());
  }
}
