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

  /** The old one keeps running until the client has taken all options for the new one. */
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
    String old = call.name() + ".kit-old";
    String back = "";
    if (now.there()) {
      body.append("kit_docker rename ")
          .append(call.name())
          .append(' ')
          .append(old)
          .append(" || exit\n");
      back = "kit_docker rename " + old + " " + call.name() + "; ";
    }
    body.append(Environment.exports(environment))
        .append("kit_docker create --env-file \"$kit_d/env\" ")
        .append(Sh.quote(create))
        .append(" </dev/null >/dev/null || { ")
        .append(back)
        .append("exit 1; }\n");
    if (now.there()) {
      body.append(remove(old).replace(" || exit\n", " || :\n"));
    }
    rest.forEach(each -> body.append(connect(each)));
    return body.toString();
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
        String none = setting.name().equals("restartPolicy") ? "no" : "0";
        words.append(' ').append(Sh.quote(setting.words(given.isEmpty() ? List.of(none) : given)));
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

  /** One that goes when it ends may be gone already. */
  String remove(String name) {
    boolean running = now.it().at("State", "Running").truth();
    String volumes = call.keepVolumes() ? "" : "-v ";
    return (running ? stop(name) : "")
        + "kit_docker rm -f "
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
