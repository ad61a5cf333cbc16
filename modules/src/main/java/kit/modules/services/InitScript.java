package kit.modules.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * How a service is that OpenRC or init scripts manage.
 *
 * @param manager which of the two
 * @param name the script's name
 */
record InitScript(Manager manager, String name) implements Query<InitScript.Found> {

  /**
   * The answer.
   *
   * @param exists whether there is a script
   * @param runs what the script says of its service
   * @param enabled whether it starts at boot
   */
  record Found(boolean exists, Runs runs, boolean enabled) {}

  /** What a script's status may be. */
  enum Runs {
    YES,
    NO,
    /** It died, and its script still takes it for started. */
    CRASHED,
    /** The script does not know how to tell. */
    UNKNOWN
  }

  /** The command that does something with the service. */
  String act(String verb) {
    String quoted = Sh.quote(name);
    return manager == Manager.OPENRC
        ? "rc-service " + quoted + " " + verb
        : "kit_init " + quoted + " " + verb;
  }

  /** What {@link #act} needs: the environment that an init script has at boot. */
  String head() {
    return manager == Manager.OPENRC
        ? ""
        : "kit_init() { env -i LANG=\"$LANG\" PATH=\"$PATH\" TERM=dumb \"/etc/init.d/$1\" \"$2\"; }\n";
  }

  String links() {
    return manager == Manager.OPENRC
        ? "/etc/runlevels/*/" + Sh.quote(name)
        : "/etc/rc[2-5].d/S[0-9][0-9]" + Sh.quote(name);
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder(head());
    for (Query<Found> query : batch) {
      InitScript each = (InitScript) query;
      script.append("if [ -x /etc/init.d/").append(Sh.quote(each.name)).append(" ]; then\n");
      script.append("kit_e=0; for kit_f in ").append(each.links()).append("; do ");
      script.append("[ ! -e \"$kit_f\" ] || kit_e=1; done\n");
      script.append("kit_o=$(").append(each.act("status")).append(" </dev/null 2>&1); kit_r=$?\n");
      script.append("case $kit_o in *[Uu]sage:*) kit_r=u;; esac\n");
      script.append("echo \"$kit_e $kit_r\"; else echo -; fi\n");
    }
    return new Probe<>(script.toString(), output -> read(batch.size(), output));
  }

  @Override
  public Object kind() {
    return List.of(InitScript.class, manager);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("unit", "*"), Resource.path("/etc/init.d/" + name));
  }

  private static List<Found> read(int count, Output output) {
    String[] lines = output.text().split("\n");
    List<Found> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String line = i < lines.length ? lines[i] : "-";
      answers.add(
          line.equals("-")
              ? new Found(false, Runs.NO, false)
              : new Found(true, runs(line.substring(2)), line.startsWith("1")));
    }
    return answers;
  }

  /** Exit statuses as the LSB has them, and OpenRC's 32 for a service that crashed. */
  private static Runs runs(String status) {
    return switch (status) {
      case "0" -> Runs.YES;
      case "1", "2", "3" -> Runs.NO;
      case "32" -> Runs.CRASHED;
      default -> Runs.UNKNOWN;
    };
  }
}
