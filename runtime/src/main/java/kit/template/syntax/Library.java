package kit.template.syntax;

import kit.template.python.Function;

/** The filters and tests that templates may name. */
public interface Library {

  /** The filter; null if there is none so called. */
  Function filter(String name);

  /** The test; null if there is none so called. */
  Function test(String name);
}
