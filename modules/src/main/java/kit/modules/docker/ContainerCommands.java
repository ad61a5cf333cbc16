package kit.modules.docker;

import java.util.List;
import java.util.Map;
import kit.spi.Sh;

/**
 * The pieces of sh that bring a container where it shall be.
 *
 * @param call the arguments
 * @param now what there is of it
 * @param create the words of docker create
 * @param rest networks to connect to once it is made
 * @param networks that it will be in
 * @param environment what it is made with
 */
record ContainerCommands(
    DockerContainer call,
    Inspect.Found now,
    List<String> create,
    List<Attachment> rest,
    List<String> networks,
    Map<String, String> environment) {

  /**
   * Makes the new one. The old one stays aside until {@link #dropped}; whatever goes wrong before
   * that, a port that is taken for example, brings it back as it was.
   */
  String make(boolean pulls) {
    StringBuilder body = new StringBuilder("cat >\"$kit_d/env\" || exit\n");
    if (pulls) {
      body.append(pull());
    }
    // the engine looks for networks only when it starts the new one
    networks.forEach(
        each ->
            body.append("kit_docker network inspect ")
                .append(each)
                .append(" >/dev/null || exit\n"));
    body.append(now.there() ? aside() : "")
        .append(Environment.exports(environment))
        .append("kit_docker create --env-file \"$kit_d/env\" ")
        .append(Sh.quote(create))
        .append(" </dev/null >/dev/null || exit 1\n")
        .append(now.there() && wasRunning() ? stop(old()).replace("|| exit", "|| :") : "");
    rest.forEach(each -> body.append(connect(each)));
    return body.toString();
  }

  private String aside() {
    String start = wasRunning() ? " && kit_docker start " + call.name() : "";
    return "kit_docker rename %1$s %2$s || exit\n".formatted(call.name(), old())
        + "kit_back() { kit_docker rm -f %1$s; kit_docker rename %2$s %1$s%3$s; }\n"
            .formatted(call.name(), old(), start)
        + Sh.atExit(
            "kit_r=$?; [ $kit_r = 0 ] || kit_back >/dev/null 2>&1;"
                + " rm -rf -- \"$kit_d\"; exit $kit_r");
  }

  /** The new one is good: the old one goes. One that goes when it ends may be gone already. */
  String dropped() {
    return Sh.atExit("rm -rf -- \"$kit_d\"") + removed(old());
  }

  private String old() {
    return call.name() + ".kit-old";
  }

  private boolean wasRunning() {
    return now.it().at("State", "Running").truth();
  }

  /** Pulls, and goes on only if that has brought another image than the container's. */
  String renewed(boolean running) {
    String image = Sh.quote(call.image().orElseThrow());
    String id = Sh.quote(now.it().at("Image").text());
    String start = running ? "kit_docker start " + call.name() + " >/dev/null || exit\n" : "";
    return pull()
        + "if [ \"$(kit_docker image inspect -f '{{.Id}}' "
        + image
        + ")\" = "
        + id
        + " ]; then echo @same; else\n"
        + make(false)
        + start
        + dropped()
        + "fi\n";
  }

  private String pull() {
    return "kit_docker pull -q "
        + Sh.quote(call.image().orElseThrow())
        + " </dev/null >/dev/null || exit\n";
  }

  String update(Map<String, List<String>> values) {
    StringBuilder words = new StringBuilder("kit_docker update");
    for (Setting setting : Settings.all()) {
      List<String> given = values.get(setting.name());
      if (given != null) {
        // the only one that is updated to none
        List<String> some = given.isEmpty() ? List.of("no") : given;
        words.append(' ').append(Sh.quote(setting.words(some)));
      }
    }
    return words.append(' ').append(call.name()).append(" >/dev/null || exit\n").toString();
  }

  String connect(Attachment each) {
    String words = Sh.quote(each.words("--alias"));
    return "kit_docker network connect "
        + (words.isEmpty() ? "" : words + " ")
        + each.network()
        + " "
        + call.name()
        + " || exit\n";
  }

  String disconnect(String network) {
    return "kit_docker network disconnect " + Sh.quote(network) + " " + call.name() + " || exit\n";
  }

  String stop(String name) {
    if (call.forceKill()) {
      String signal = call.killSignal().map(each -> "-s " + Sh.quote(each) + " ").orElse("");
      return "kit_docker kill " + signal + name + " >/dev/null || exit\n";
    }
    return "kit_docker stop " + time() + name + " >/dev/null || exit\n";
  }

  private String time() {
    return call.stopTimeout().map(seconds -> "-t " + seconds + " ").orElse("");
  }

  String restart() {
    return "kit_docker restart " + time() + call.name() + " >/dev/null || exit\n";
  }

  String remove(String name) {
    return (wasRunning() ? stop(name) : "") + removed(name);
  }

  private String removed(String name) {
    String volumes = call.keepVolumes() ? "" : "-v ";
    return "kit_docker rm -f "
        + volumes
        + name
        + " >/dev/null 2>\"$kit_d/err\" || ! kit_docker container inspect "
        + name
        + " >/dev/null 2>&1 || { cat \"$kit_d/err\" >&2; exit 1; }\n";
  }

  /** Looks every half second. */
  String healthy() {
    return "kit_e=$(($(date +%s) + "
        + Math.max(1, call.healthyWaitTimeout().toSeconds())
        + "))\nwhile :; do\nkit_h=$(kit_docker container inspect -f"
        + " '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' "
        + call.name()
        + ") || exit\ncase $kit_h in\n"
        + "'running '|'running healthy') break ;;\n"
        + "'running starting') ;;\n"
        + "*) echo \"the container is $kit_h\" >&2; exit 1 ;;\nesac\n"
        + "[ \"$(date +%s)\" -lt \"$kit_e\" ] || { echo 'waited in vain for its health' >&2; exit 1; }\n"
        + "sleep 0.5 2>/dev/null || sleep 1\ndone\n";
  }

  /** Runs it to its end. */
  String attached() {
    return "kit_docker start -a "
        + call.name()
        + " </dev/null\nkit_r=$?\n"
        + (call.cleanup()
            ? "kit_docker rm -f "
                + (call.keepVolumes() ? "" : "-v ")
                + call.name()
                + " >/dev/null 2>&1\n"
            : "")
        + "exit $kit_r\n";
  }

  String told() {
    return "kit_docker container inspect -f '{{json .}}' " + call.name() + "\n";
  }
}
