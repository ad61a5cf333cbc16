package kit.modules.accounts;

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
 * Password and expiry of an account, as root may read them.
 *
 * @param user login name
 */
record ShadowEntry(String user) implements Query<ShadowEntry.Found> {

  /**
   * What was found.
   *
   * @param readable whether the database could be read at all
   * @param hash the password's hash; empty if there is no entry
   * @param expires day after the epoch on which the account expires; empty for never
   */
  record Found(boolean readable, Optional<String> hash, Optional<Long> expires) {

    boolean locked() {
      return hash.isPresent() && hash.get().startsWith("!");
    }

    @Override
    public String toString() {
      return "Found[hidden]";
    }
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder names = new StringBuilder();
    for (Query<Found> query : batch) {
      names.append(" -e ").append(Sh.quote("^" + literal(((ShadowEntry) query).user) + ":"));
    }
    // a host without that file, busybox alone for example, keeps the hashes in passwd
    String script =
        "if [ ! -e /etc/shadow ]; then echo readable; grep"
            + names
            + " /etc/passwd | sed 's/$/:/'\nelif [ -r /etc/shadow ]; then echo readable; grep"
            + names
            + " /etc/shadow; fi\n";
    return new Probe<>(
        script,
        output -> {
          List<Found> answers = new ArrayList<>();
          for (Query<Found> query : batch) {
            answers.add(read(((ShadowEntry) query).user, output));
          }
          return answers;
        });
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Database.account(user), Resource.path("/etc/shadow"));
  }

  private static Found read(String user, Output output) {
    for (String[] entry : Database.entries(output, 8)) {
      if (entry[0].equals(user)) {
        Optional<Long> day =
            entry[7].isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(entry[7]));
        return new Found(true, Optional.of(entry[1]), day);
      }
    }
    return new Found(output.text().startsWith("readable"), Optional.empty(), Optional.empty());
  }

  private static String literal(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      text.append(".[*^$\\".indexOf(name.charAt(i)) >= 0 ? "\\" : "").append(name.charAt(i));
    }
    return text.toString();
  }
}
