package kit.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Writes what happened in a task: as few lines as tell it. */
final class SlotView {

  private static final String INDENT = " ".repeat(11);
  private static final int TITLE = 32;
  private static final int PLACE = 76;
  private static final int FEW = 3;
  private static final int MANY = 10;

  /** As many kinds of trouble with one call as somebody reads. */
  private static final int KINDS = 8;

  private final Lines out;
  private final Style style;
  private final Detail detail;
  private final Hosts hosts;
  private final int columns;

  /**
   * @param columns width of the terminal; 0 if there is none
   */
  SlotView(Lines out, Style style, Detail detail, Hosts hosts, int columns) {
    this.columns = columns;
    this.out = out;
    this.style = style;
    this.detail = detail;
    this.hosts = hosts;
  }

  void show(Slot slot) {
    List<Slot.Call> calls = merged(slot.calls());
    String task = Visible.line(slot.task.isEmpty() ? "connect" : slot.task);
    List<Slot.Call> own = new ArrayList<>();
    for (Slot.Call call : calls) {
      if (call.key.handler().isEmpty()) {
        own.add(call);
      }
    }
    if (detail.verbosity() == 0 && !own.isEmpty() && quiet(own)) {
      outcomes(task, byMark(own));
    } else {
      for (Slot.Call call : own) {
        String title = Visible.line(call.key.title());
        call(own.size() == 1 || title.isEmpty() ? task : task + ": " + title, call);
      }
    }
    for (Slot.Call call : calls) {
      if (!call.key.handler().isEmpty()) {
        call("handler: " + Visible.line(call.key.handler()), call);
      }
    }
  }

  /** Hosts that left the task out are told on the line of its only call, if there is just one. */
  private static List<Slot.Call> merged(List<Slot.Call> calls) {
    if (calls.size() != 2 || !calls.get(0).key.handler().isEmpty()) {
      return calls;
    }
    int left = calls.get(0).key.equals(Slot.Key.TASK) ? 0 : 1;
    Slot.Call call = new Slot.Call(calls.get(1 - left).key);
    if (!calls.get(left).key.equals(Slot.Key.TASK) || !call.key.handler().isEmpty()) {
      return calls;
    }
    call.addAll(calls.get(1 - left));
    call.addAll(calls.get(left));
    return List.of(call);
  }

  private void call(String title, Slot.Call call) {
    Map<Mark, List<String>> outcomes = byMark(List.of(call));
    for (Mark mark : Mark.values()) {
      if (mark.trouble() && outcomes.remove(mark) != null) {
        troubles(mark, title, call);
      }
    }
    boolean dull = outcomes.size() == 1 && outcomes.containsKey(Mark.OK);
    if (outcomes.isEmpty() || dull && detail.verbosity() == 0) {
      return;
    }
    outcomes(title, outcomes);
    List<Finding> told = new ArrayList<>();
    for (Finding finding : call.hosts.keySet()) {
      if (!finding.mark().trouble() && !finding.lines().isEmpty()) {
        told.add(finding);
      }
    }
    for (Finding finding : told) {
      String whose = hosts.named(call.hosts.get(finding), MANY) + ":";
      if (told.size() == 1) {
        block(finding);
      } else if (finding.lines().size() == 1) {
        out.line(INDENT + style.dim(whose) + " " + finding.lines().get(0));
      } else {
        out.line(INDENT + style.dim(whose));
        block(finding);
      }
    }
  }

  /** Troubles of a kind, those of the most hosts first; not all if there are too many to read. */
  private void troubles(Mark mark, String title, Slot.Call call) {
    List<Finding> kinds = new ArrayList<>();
    for (Finding finding : call.hosts.keySet()) {
      if (finding.mark() == mark) {
        kinds.add(finding);
      }
    }
    if (kinds.size() > KINDS) {
      kinds.sort((a, b) -> Integer.compare(call.hosts.get(b).size(), call.hosts.get(a).size()));
    }
    List<String> others = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      List<String> its = call.hosts.get(kinds.get(i));
      if (i >= KINDS && detail.verbosity() == 0) {
        others.addAll(its);
      } else {
        Finding finding = call.told(kinds.get(i));
        named(mark, title, its, finding.place());
        block(finding);
      }
    }
    if (!others.isEmpty()) {
      named(mark, title, others, "");
      out.line(INDENT + "each in words of its own (-v shows them)");
    }
  }

  /** A line with the names of its hosts, which stand below it if there is no room. */
  private void named(Mark mark, String title, List<String> all, String place) {
    List<String> its = List.copyOf(new LinkedHashSet<>(all)); // one host may fail several times
    String names = hosts.counted(its, MANY);
    boolean fits =
        columns == 0 || 11 + Math.max(TITLE, title.length()) + 1 + names.length() <= columns;
    line(mark, title, fits ? names : Integer.toString(its.size()), place);
    if (!fits) {
      out.line(INDENT + style.dim("on " + hosts.named(its, MANY)));
    }
  }

  /** One line: the gravest outcome first, the others behind it as numbers. */
  private void outcomes(String title, Map<Mark, List<String>> outcomes) {
    Mark first = null;
    StringBuilder counts = new StringBuilder();
    for (Map.Entry<Mark, List<String>> entry : outcomes.entrySet()) {
      if (first == null) {
        first = entry.getKey();
        int most = first == Mark.OK && detail.verbosity() == 0 ? 0 : FEW;
        counts.append(hosts.counted(entry.getValue(), most));
      } else {
        String others = entry.getValue().size() + " " + entry.getKey().word();
        counts.append(" · ").append(others);
      }
    }
    line(first, title, counts.toString(), "");
  }

  private void line(Mark mark, String title, String counts, String place) {
    StringBuilder line = new StringBuilder("  ");
    line.append(mark.paint(style, mark.word())).append(blanks(8 - mark.word().length()));
    line.append(' ').append(title);
    int width = 11 + title.length();
    if (!counts.isEmpty()) {
      int gap = Math.max(1, TITLE - title.length() + 1);
      line.append(blanks(gap)).append(counts);
      width += gap + counts.length();
    }
    boolean fits = columns == 0 || width + 2 + place.length() <= columns;
    if (!place.isEmpty() && fits) {
      int from = columns == 0 ? PLACE : Math.min(PLACE, columns - place.length());
      line.append(blanks(Math.max(2, from - width))).append(style.dim(place));
    }
    out.line(line.toString());
    if (!place.isEmpty() && !fits) {
      out.line(INDENT + style.dim("at " + place));
    }
  }

  private void block(Finding finding) {
    boolean compared = finding.compared() && !finding.mark().trouble();
    for (String line : finding.lines()) {
      out.line(INDENT + (compared ? style.diff(line) : line));
    }
  }

  private static boolean quiet(List<Slot.Call> calls) {
    for (Slot.Call call : calls) {
      for (Finding finding : call.hosts.keySet()) {
        if (finding.mark() != Mark.OK && finding.mark() != Mark.SKIPPED) {
          return false;
        }
      }
    }
    return true;
  }

  /** The hosts of each mark, the gravest first; a host counts once, with its gravest. */
  private static Map<Mark, List<String>> byMark(List<Slot.Call> calls) {
    Map<String, Mark> gravest = new LinkedHashMap<>();
    for (Slot.Call call : calls) {
      for (Map.Entry<Finding, List<String>> entry : call.hosts.entrySet()) {
        Mark mark = entry.getKey().mark();
        for (String host : entry.getValue()) {
          Mark known = gravest.get(host);
          gravest.put(host, known == null || mark.compareTo(known) < 0 ? mark : known);
        }
      }
    }
    Map<Mark, List<String>> hosts = new EnumMap<>(Mark.class);
    for (Map.Entry<String, Mark> entry : gravest.entrySet()) {
      List<String> same = hosts.get(entry.getValue());
      if (same == null) {
        same = new ArrayList<>();
        hosts.put(entry.getValue(), same);
      }
      same.add(entry.getKey());
    }
    return hosts;
  }

  private static String blanks(int count) {
    return count > 0 ? " ".repeat(count) : "";
  }
}
