package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * Who has an account of this name.
 *
 * @param name login name
 */
public record PasswdEntry(String name) implements Query<Optional<Account>> {

  @Override
  public Probe<Optional<Account>> probe(List<Query<Optional<Account>>> batch) {
    List<String> names = new ArrayList<>();
    for (Query<Optional<Account>> query : batch) {
      names.add(((PasswdEntry) query).name);
    }
    return new Probe<>(Database.PASSWD.script(names), output -> read(names, output));
  }

  @Override
  public Set<Resource> about() {
    return Database.PASSWD.about(name);
  }

  private static List<Optional<Account>> read(List<String> names, Output output) {
    List<String[]> entries = Database.entries(output, 7);
    List<Optional<Account>> answers = new ArrayList<>();
    for (String name : names) {
      Optional<Account> found = Optional.empty();
      for (String[] entry : entries) {
        if (found.isEmpty() && entry[0].equals(name)) {
          found = Optional.of(Account.of(entry));
        }
      }
      answers.add(found);
    }
    return answers;
  }
}
