package kit.script.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;

/**
 * No {@code try} around module calls: a call is queued and may fail after the try has been left.
 * Calls through the script's own functions count too.
 */
final class TryRule {

  private static final String MODULE = "";

  private record Try(ASTNode at, Set<String> calls) {}

  private final Deque<Set<String>> open = new ArrayDeque<>();
  private final Map<String, Set<String>> functions = new HashMap<>();
  private final List<Try> tries = new ArrayList<>();

  void enterFunction(String name) {
    open.push(functions.computeIfAbsent(name, any -> new HashSet<>()));
  }

  void enterTry(ASTNode at) {
    tries.add(new Try(at, new HashSet<>()));
    open.push(tries.get(tries.size() - 1).calls());
  }

  void leave() {
    open.pop();
  }

  void callsModule() {
    calls(MODULE);
  }

  void callsFunction(String name) {
    calls(name);
  }

  /** Reports every try that may hold a module call. */
  void report(Findings findings) {
    for (Try each : tries) {
      if (reaches(each.calls(), new HashSet<>())) {
        findings.problem(
            each.at(),
            "try does not see the failure of a module call, which may run later",
            "write attempt { ... } rescue { e -> ... }");
      }
    }
  }

  private void calls(String what) {
    for (Set<String> each : open) {
      each.add(what);
    }
  }

  private boolean reaches(Set<String> calls, Set<String> seen) {
    if (calls.contains(MODULE)) {
      return true;
    }
    for (String name : calls) {
      if (seen.add(name) && reaches(functions.getOrDefault(name, Set.of()), seen)) {
        return true;
      }
    }
    return false;
  }
}
