package kit.modules.services;

import java.util.List;
import kit.spi.Sh;

/** The script that brings a unit about; its first failing line ends it. */
final class Systemctl {

  private static final int PACE = 250;

  private final Goal goal;
  private final String id;
  private final String command;
  private final StringBuilder script = new StringBuilder();

  Systemctl(Goal goal, String id) {
    this.goal = goal;
    this.id = id;
    this.command = goal.unit().scope().command("systemctl");
  }

  String script() {
    return script.toString();
  }

  void run(String verb) {
    script.append(command).append(' ').append(verb).append(" || exit\n");
  }

  /** enable and disable refuse aliases, so all are done to the unit's own name. */
  void act(String verb) {
    boolean forced = goal.force() && (verb.equals("enable") || verb.equals("mask"));
    run((goal.noBlock() ? "--no-block " : "") + verb + (forced ? " --force " : " ") + name());
  }

  /** Starts it and sees that it stays up: systemd calls a service started that dies at once. */
  void start(String verb) {
    if (goal.noBlock()) {
      act(verb);
      return;
    }
    long polls = (goal.settle().toMillis() + PACE - 1) / PACE;
    script.append(
        """
        died() {
          echo "UNIT $1; its last words:" >&2
          JOURNAL --sync >/dev/null 2>&1  # what it said last may still be on its way
          JOURNAL --no-pager -q -n 20 -o short-iso -u UNIT >&2
          exit 1
        }
        COMMAND VERB UNIT || died 'did not start'
        first=
        n=0
        while [ $n -lt POLLS ]; do
          is=$(COMMAND show -p Type,ActiveState,SubState,NRestarts UNIT)
          restarts=${is#*NRestarts=}; restarts=${restarts%%[!0-9]*}
          [ -n "$first" ] || first=$restarts
          case $is in
            *Type=oneshot*) break ;;
            *SubState=auto-restart*) died 'died after its start and is started over and over' ;;
            *ActiveState=failed* | *ActiveState=inactive*) died 'died after its start' ;;
          esac
          [ "$first" = "$restarts" ] || died 'died after its start and was started again'
          n=$((n + 1)); sleep 0.PACE
        done
        """
            .replace("POLLS", String.valueOf(polls))
            .replace("PACE", String.valueOf(PACE))
            .replace("VERB", verb)
            .replace("COMMAND", command)
            .replace("JOURNAL", goal.unit().scope().command("journalctl"))
            .replace("UNIT", name()));
  }

  private String name() {
    return Sh.quote(List.of(id));
  }
}
