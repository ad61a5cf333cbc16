package kit.template.syntax;

import java.util.List;
import kit.template.python.Function;

/** The filters and tests that templates may name. */
public interface Library {

  /** The filter; null if there is none so called. */
  Function filter(String name);

  /** The test; null if there is none so called. */
  Function test(String name);

  /** The names of all filters, for a suggestion. */
  List<String> filters();

  /** The names of all tests, for a suggestion. */
  List<String> tests();
}
