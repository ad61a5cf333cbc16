package kit.catalog;

import java.util.Optional;

/**
 * Conversion to an Optional: null is the same as not given.
 *
 * @param present conversion of a value
 */
record OptionalOf(Conversion present) implements Conversion {

  @Override
  public Optional<Object> convert(Object value) {
    return value == null ? Optional.empty() : Optional.of(present.convert(value));
  }

  @Override
  public String wanted() {
    return present.wanted();
  }

  @Override
  public String plural() {
    return present.plural();
  }
}
