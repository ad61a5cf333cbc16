package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What debconf holds for a question; empty if it has not heard of it.
 *
 * @param owner the package
 * @param question the question's name
 */
record DebconfAnswer(String owner, String question) implements Query<DebconfAnswer.Found> {

  /**
   * The answer.
   *
   * @param value what is answered; empty if the question is not known
   * @param seen whether it counts as asked
   * @param usable whether the host has debconf and lets it be read
   */
  record Found(Optional<String> value, boolean seen, boolean usable) {}

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Found> query : batch) {
      DebconfAnswer each = (DebconfAnswer) query;
      script.append("printf 'GET %s\\nFGET %s seen\\n' ").append(Sh.quote(each.question));
      script
          .append(' ')
          .append(Sh.quote(each.question))
          .append(" | debconf-communicate -fnoninteractive ");
      script.append(Sh.quote(each.owner)).append(" 2>/dev/null; printf '\\036'\n");
    }
    return new Probe<>(script.toString(), output -> read(batch.size(), output));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("debconf", owner));
  }

  private static List<Found> read(int count, Output output) {
    String[] parts = output.text().split("\036", -1);
    List<Found> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] lines = parts[i].strip().split("\n");
      boolean known = lines[0].startsWith("0");
      Optional<String> value =
          known ? Optional.of(lines[0].substring(1).strip()) : Optional.empty();
      boolean seen = lines.length > 1 && lines[1].strip().equals("0 true");
      answers.add(new Found(value, seen, !lines[0].isEmpty()));
    }
    return answers;
  }
}
