package kit.modules.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Creates, changes and removes groups of the host. The result has {@code name, gid, state}.
 *
 * <pre>{@code
 * group 'deploy'
 * group name: 'web', gid: 1500, system: true
 * group name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name the group's name
 * @param state whether it should be there
 * @param gid its number; chosen by the host if not given
 * @param system create it in the range of numbers for the system; no matter if it is there
 * @param nonUnique let it share its number with another group
 * @param force remove it even if it is the primary group of a user
 */
@Lacks(value = "local", instead = "kit manages the groups in the host's own files")
public record Group(
    String name,
    @Default("present") State state,
    Optional<Integer> gid,
    @Default("false") boolean system,
    @Default("false") boolean nonUnique,
    @Default("false") boolean force)
    implements Module {

  /** Whether something should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  public Group {
    Database.name("group", name);
  }

  @Override
  public Plan plan(Host host) {
    if (nonUnique && gid.isEmpty()) {
      throw new PlanException("nonUnique needs gid", "");
    }
    GroupEntry question = new GroupEntry(name);
    host.askAll(question, new AccountTools());
    AccountTools.Kind tools = host.ask(new AccountTools());
    Optional<GroupEntry.Found> found =
        host.ask(question).filter(group -> group.name().equals(name));
    boolean present = state == State.PRESENT;
    int before = found.isPresent() ? found.get().gid() : -1;
    if (found.isPresent() == present && (!present || gid.orElse(before) == before)) {
      return Plan.unchanged(
          "group " + name + (present ? " is there" : " is not there"), values(before));
    }
    if (tools == AccountTools.Kind.NONE) {
      return AccountTools.MISSING;
    }
    boolean shadow = tools == AccountTools.Kind.SHADOW;
    if (!present) {
      return removal(shadow, before).predicts(question, Optional.empty());
    }
    if (found.isPresent() && !shadow) {
      return Plan.refused("changing a group's number needs groupmod", "install its package shadow");
    }
    Change change = found.isPresent() ? renumbering(before) : creation(shadow);
    return change.predicts(question, Optional.of(new GroupEntry.Found(name, gid.orElse(-1))));
  }

  @Override
  public String label() {
    return name;
  }

  private Change creation(boolean shadow) {
    Words words = new Words(shadow ? "groupadd" : "addgroup");
    gid.ifPresent(number -> words.add("-g", String.valueOf(number)));
    words.addIf(nonUnique, "-o").addIf(system, shadow ? "-r" : "-S").add(name);
    return touched(
        Plan.change("create group " + name)
            .diff(Diff.of("group " + name, "", line(gid.orElse(-1))))
            .run(words + " &&\n" + Database.GROUP.script(List.of(name))));
  }

  private Change renumbering(int before) {
    Words words = new Words("groupmod").add("-g", String.valueOf(gid.orElseThrow()));
    words.addIf(nonUnique, "-o").add(name);
    return touched(
        Plan.change("change group " + name)
            .diff(Diff.of("group " + name, line(before), line(gid.orElseThrow())))
            .run(words.toString()));
  }

  private Change removal(boolean shadow, int before) {
    Words words = new Words(shadow ? "groupdel" : "delgroup").addIf(force && shadow, "-f");
    return touched(
        Plan.change("remove group " + name)
            .diff(Diff.of("group " + name, line(before), ""))
            .run(words.add(name).toString()));
  }

  private Change touched(Change change) {
    return Database.touched(change, name)
        .reads(
            outputs -> {
              for (String[] entry : Database.entries(outputs.get(0), 4)) {
                if (entry[0].equals(name)) {
                  return values(Database.number(entry[2]));
                }
              }
              return values(gid.orElse(-1));
            });
  }

  private Map<String, Object> values(int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("state", state == State.PRESENT ? "present" : "absent");
    if (number >= 0) {
      values.put("gid", number);
    }
    return values;
  }

  private static String line(int gid) {
    return gid < 0 ? "present\n" : "gid " + gid + "\n";
  }
}
