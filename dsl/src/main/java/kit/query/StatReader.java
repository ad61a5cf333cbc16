package kit.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kit.spi.Output;
import kit.spi.PlanException;

/** Reads what the probe of {@link Stat} prints. */
final class StatReader {

  private final Map<String, String[]> itself = new HashMap<>();
  private final Map<String, String[]> followed = new HashMap<>();
  private final Map<String, String[]> links = new HashMap<>();

  private StatReader() {}

  static List<PathStat> read(List<Stat> questions, Output output) {
    StatReader reader = new StatReader();
    for (String line : output.text().split("\n")) {
      reader.line(line);
    }
    if (!reader.itself.containsKey("/")) {
      throw new PlanException(
          "the host's stat does not work, so nothing is known about its files",
          "install coreutils or a busybox with 'stat -c' on the host");
    }
    List<PathStat> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Stat question = questions.get(i);
      String key = Argv.plain(question.path()) ? question.path() : "#" + i;
      answers.add(reader.answer(question, key));
    }
    return answers;
  }

  private void line(String line) {
    String[] fields = line.split("\\|", -1);
    String key = fields[fields.length - 1];
    switch (fields[0]) {
      case "N" -> itself.put(key, fields);
      case "F" -> followed.put(key, fields);
      case "L", "X" -> links.put(key, fields);
      default -> {}
    }
  }

  private PathStat answer(Stat question, String key) {
    String[] own = itself.get(key);
    if (own == null) {
      return PathStat.ABSENT;
    }
    String[] link = links.get(key);
    if (link == null) {
      return stat(own);
    }
    String target = name(link[0], link[1]);
    String[] through = followed.get(key);
    if (through == null) {
      // busybox resolves a link to nowhere from the wrong directory
      PathStat lost = question.follow() ? PathStat.ABSENT : stat(own);
      return lost.withTarget(target, beside(question.path(), target));
    }
    return stat(question.follow() ? through : own).withTarget(target, name(link[0], link[2]));
  }

  private static String beside(String path, String target) {
    return target.startsWith("/") ? target : path.substring(0, path.lastIndexOf('/') + 1) + target;
  }

  private static PathStat stat(String[] fields) {
    return StatFields.read(fields[1], fields, 2);
  }

  private static String name(String form, String text) {
    return form.equals("X")
        ? new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8)
        : text;
  }
}
