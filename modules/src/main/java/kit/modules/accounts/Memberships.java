package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * The groups that list a user as a member, in the order of the database.
 *
 * @param user login name
 */
record Memberships(String user) implements Query<List<String>> {

  @Override
  public Probe<List<String>> probe(List<Query<List<String>>> batch) {
    return new Probe<>(
        Database.GROUP.script(),
        output -> {
          List<List<String>> answers = new ArrayList<>();
          for (Query<List<String>> query : batch) {
            answers.add(of(((Memberships) query).user, output));
          }
          return answers;
        });
  }

  @Override
  public Set<Resource> about() {
    return Database.GROUP.about(user);
  }

  private static List<String> of(String user, Output output) {
    List<String> groups = new ArrayList<>();
    for (String[] entry : Database.entries(output, 4)) {
      if (List.of(entry[3].split(",")).contains(user)) {
        groups.add(entry[0]);
      }
    }
    return groups;
  }
}
