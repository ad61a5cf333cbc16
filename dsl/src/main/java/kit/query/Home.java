package kit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * A user's home directory; empty if the host has no such user.
 *
 * @param user the account's name
 */
public record Home(String user) implements Query<Optional<String>> {

  @Override
  public Probe<Optional<String>> probe(List<Query<Optional<String>>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Optional<String>> query : batch) {
      String name = ((Home) query).user;
      // a tilde works only before an unquoted name
      boolean safe = Argv.plain(name) && name.indexOf('/') < 0;
      script.append(safe ? "printf '%s\\n' ~" + name + "\n" : "echo\n");
    }
    int asked = batch.size();
    return new Probe<>(script.toString(), output -> read(output.text(), asked));
  }

  private static List<Optional<String>> read(String text, int asked) {
    String[] lines = text.split("\n", -1);
    List<Optional<String>> answers = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      String line = i < lines.length ? lines[i] : "";
      answers.add(line.startsWith("/") ? Optional.of(line) : Optional.empty());
    }
    return answers;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("account", "of/" + user));
  }
}
