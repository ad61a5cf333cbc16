package kit.template.lookups;

import java.util.List;
import java.util.Map;

/** Looks something up for each of its terms. */
interface Lookup {

  /** What is found: one value or more for each term. */
  List<Object> run(String name, List<?> terms, Map<String, Object> options);
}
