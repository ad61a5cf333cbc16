package kit.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kit.model.Become;
import kit.script.prompt.PromptCode;
import kit.script.prompt.PromptStatement;

/** The calls of a session that went well, and the playbook that does the same. */
final class Transcript {

  private final Map<String, String> literals = new LinkedHashMap<>();
  private final List<Done> done = new ArrayList<>();
  private final Map<String, String> functions = new LinkedHashMap<>();

  /**
   * A line that went well.
   *
   * @param hosts pattern of its hosts
   * @param become the user that the session had become
   * @param name what its task is called
   * @param code what was typed, without hosts before it
   * @param assigned the name that its result got; empty if none
   * @param reads names of the session that it reads
   */
  private record Done(
      String hosts,
      Optional<Become> become,
      String name,
      String code,
      String assigned,
      Set<String> reads) {}

  /** A variable got a value that is not any host's. */
  void set(String name, String code) {
    literals.put(name, code);
  }

  /**
   * A line was done.
   *
   * @param changed whether it changed anything; what did not is not kept a second time
   */
  void call(
      PromptStatement said,
      String hosts,
      Optional<Become> become,
      PromptCode code,
      Names names,
      boolean changed) {
    String text = (said.rest().isEmpty() ? said.code() : said.rest()).strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    Set<String> reads = new LinkedHashSet<>(code.reads());
    reads.retainAll(names.names());
    String first = text.lines().findFirst().orElse("");
    String plain = first.replace("'", "").replace("\"", "");
    String name = plain.length() > 60 ? plain.substring(0, 57) + "..." : plain;
    code.functions().forEach(each -> functions.put(each.key(), each.text()));
    Done line = new Done(hosts, become, name, text, said.assigned(), reads);
    if (changed || !done.contains(line)) {
      done.add(line);
    }
  }

  boolean isEmpty() {
    return done.isEmpty();
  }

  /** Hosts and user are said once for all tasks in a row that share them. */
  String playbook() {
    StringBuilder text = new StringBuilder();
    functions.values().forEach(each -> text.append(each).append("\n\n"));
    String open = null;
    List<Done> rest = new ArrayList<>(done);
    for (int i = 0; i < rest.size(); i++) {
      Done each = rest.get(i);
      String play = each.hosts() + " " + each.become();
      if (!Objects.equals(open, play)) {
        text.append(open == null ? "" : "}\n\n");
        begin(each, same(rest, i), text);
        open = play;
      }
      task(each, later(rest, i), text);
    }
    return open == null ? "" : text.append("}\n").toString();
  }

  private static List<Done> same(List<Done> all, int from) {
    int to = from;
    while (to < all.size()
        && all.get(to).hosts().equals(all.get(from).hosts())
        && all.get(to).become().equals(all.get(from).become())) {
      to++;
    }
    return all.subList(from, to);
  }

  private void begin(Done first, List<Done> play, StringBuilder text) {
    text.append("play(").append(quoted("Session on " + first.hosts())).append(") {\n");
    List<String> hosts = new ArrayList<>();
    PatternWords.terms(first.hosts().replace(",", " ")).forEach(each -> hosts.add(quoted(each)));
    text.append("  hosts ").append(String.join(", ", hosts)).append('\n');
    if (first.become().isPresent()) {
      text.append("  become user: ").append(quoted(first.become().get().user())).append('\n');
    }
    Set<String> names = new LinkedHashSet<>();
    play.forEach(each -> names.addAll(each.reads()));
    for (String name : names) {
      if (literals.containsKey(name)) {
        text.append("  vars ").append(name).append(": ").append(literals.get(name)).append('\n');
      }
    }
  }

  /** Whether the result of a line is read after it. */
  private static boolean later(List<Done> all, int at) {
    for (Done each : all.subList(at + 1, all.size())) {
      if (each.reads().contains(all.get(at).assigned())) {
        return true;
      }
    }
    return false;
  }

  private static void task(Done done, boolean kept, StringBuilder text) {
    String code = done.code();
    if (kept) {
      String register = ", register: " + quoted(done.assigned());
      code =
          code.endsWith(")")
              ? code.substring(0, code.length() - 1) + register + ")"
              : code + register;
    }
    text.append("\n  task(").append(quoted(done.name())).append(") {\n");
    text.append("    ").append(code).append("\n  }\n");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
