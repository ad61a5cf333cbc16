package kit.template.python;

import java.util.List;
import java.util.Map;

/** The methods that values of Python's own types have. */
final class Methods {

  private Methods() {}

  // Each holder is loaded when a template calls the first method of the type.
  private static final class OfText {
    static final Table TABLE = new Table(StringMethods.ALL, new StringMethods());
    static final Table TESTS = new Table(StringTests.ALL, new StringTests());
  }

  private static final class OfList {
    static final Table TABLE = new Table(ListMethods.ALL, new ListMethods());
    static final Table TUPLE = new Table(ListMethods.TUPLE, new ListMethods());
  }

  private static final class OfDict {
    static final Table TABLE = new Table(DictMethods.ALL, new DictMethods());
  }

  private static final class OfNumber {
    static final Table TABLE = new Table(NumberMethods.ALL, new NumberMethods());
  }

  /** The method of that name that the value has; null if there is none. */
  static Function find(Object value, String name) {
    if (value instanceof CharSequence) {
      Function found = OfText.TABLE.find(name);
      return found == null ? OfText.TESTS.find(name) : found;
    }
    if (value instanceof Map<?, ?>) {
      return OfDict.TABLE.find(name);
    }
    if (value instanceof List<?>) {
      return Types.isList(value) ? OfList.TABLE.find(name) : OfList.TUPLE.find(name);
    }
    return Numbers.isNumber(value) ? OfNumber.TABLE.find(name) : null;
  }
}
