package kit.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kit.query.PathStat.Type;
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
    int raw = Integer.parseInt(fields[1], 16);
    return new PathStat(
        type(raw),
        raw & 07777,
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]),
        fields[4],
        fields[5],
        Long.parseLong(fields[6]),
        Long.parseLong(fields[7]),
        Long.parseLong(fields[8]),
        Long.parseLong(fields[9]),
        Long.parseLong(fields[10]),
        Long.parseLong(fields[11]),
        Long.parseLong(fields[12]),
        "",
        "");
  }

  /** The type in the upper bits of a mode, as POSIX's sys/stat.h and Linux number them. */
  static Type type(int raw) {
    return switch (raw & 0170000) {
      case 0040000 -> Type.DIRECTORY;
      case 0120000 -> Type.LINK;
      case 0010000 -> Type.FIFO;
      case 0140000 -> Type.SOCKET;
      case 0060000 -> Type.BLOCK;
      case 0020000 -> Type.CHAR;
      default -> Type.FILE;
    };
  }

  private static String name(String form, String text) {
    return form.equals("X")
        ? new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8)
        : text;
  }
}
