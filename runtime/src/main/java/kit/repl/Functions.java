package kit.repl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.script.prompt.PromptFunction;

/** The functions that were typed in a session; a later one replaces an earlier one. */
final class Functions {

  private final Map<String, PromptFunction> known = new LinkedHashMap<>();

  void add(Collection<PromptFunction> functions) {
    functions.forEach(each -> known.put(each.key(), each));
  }

  /** Those that are not among some. */
  List<PromptFunction> others(Collection<PromptFunction> some) {
    List<PromptFunction> others = all();
    others.removeAll(some);
    return others;
  }

  List<PromptFunction> all() {
    return new ArrayList<>(known.values());
  }
}
