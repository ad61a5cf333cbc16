package kit.modules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * The checksum of a file that zip archives hold, in hex; empty if it cannot be read. No usual
 * program prints it, but gzip writes it behind what it has packed.
 *
 * @param path the file
 */
record Crc32(String path) implements Query<String> {

  @Override
  public Probe<String> probe(List<Query<String>> batch) {
    StringBuilder script = new StringBuilder("{\n");
    for (Query<String> query : batch) {
      String file = Sh.path(((Crc32) query).path);
      script.append("[ -f ").append(file).append(" ] && gzip -1 -c <").append(file);
      script.append(" | tail -c 8 | head -c 4 | od -An -v -tx1 | tr -d ' \\n'; echo\n");
    }
    int asked = batch.size();
    return new Probe<>(
        script.append("} 2>/dev/null\n").toString(), output -> read(output.text(), asked));
  }

  private static List<String> read(String text, int asked) {
    String[] lines = text.split("\n", -1);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      String line = lines[i];
      // the lowest byte comes first
      answers.add(
          line.length() != 8
              ? ""
              : line.substring(6)
                  + line.substring(4, 6)
                  + line.substring(2, 4)
                  + line.substring(0, 2));
    }
    return answers;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
