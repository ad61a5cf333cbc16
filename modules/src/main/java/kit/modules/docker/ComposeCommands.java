package kit.modules.docker;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kit.modules.docker.DockerCompose.Build;
import kit.modules.docker.DockerCompose.Pull;
import kit.modules.docker.DockerCompose.Recreate;
import kit.modules.docker.DockerCompose.State;
import kit.query.HostPath;
import kit.spi.Sh;

/**
 * The pieces of sh that bring a project where it shall be.
 *
 * @param call the arguments
 * @param source the project
 * @param now what there is
 */
record ComposeCommands(DockerCompose call, ComposeSource source, ComposeState now) {

  /** All containers of the project that are not there for once. */
  private String list(String format) {
    return "kit_docker ps -a --no-trunc --filter label=com.docker.compose.project="
        + Sh.quote(now.project())
        + " --filter label=com.docker.compose.oneoff=False "
        + format;
  }

  String up(Set<String> scope, Set<String> jobs, boolean restart) {
    StringBuilder body = new StringBuilder();
    String ids = list("--format '{{.ID}} {{.State}}'") + " | sort";
    String services = words(call.services());
    body.append("kit_b=$(").append(ids).append(")\n");
    if (call.pull() == Pull.ALWAYS && !now.plugin()) {
      body.append("kit_c pull -q").append(services).append(" >&2 || exit\n");
    }
    body.append("kit_c up -d").append(options()).append(services).append(" >&2 || exit\n");
    if (restart) {
      body.append("kit_c restart").append(timeout()).append(services).append(" >&2 || exit\n");
    }
    body.append("kit_a=$(").append(ids).append(")\n");
    body.append("[ \"$kit_b\" = \"$kit_a\" ] || echo @changed\n");
    if (call.await()) {
      body.append(waiting(scope, jobs));
    }
    return whole(body.append(told()));
  }

  String await(Set<String> scope, Set<String> jobs) {
    return whole(new StringBuilder(waiting(scope, jobs)).append(told()));
  }

  String stop(boolean creates, Set<String> scope) {
    StringBuilder body = new StringBuilder();
    String services = words(call.services());
    if (creates) {
      String options = options().replace(" -d", "");
      body.append("kit_c up --no-start").append(options).append(services).append(" >&2 || exit\n");
    }
    String only = call.services().isEmpty() ? "" : words(List.copyOf(scope));
    body.append("kit_c stop").append(timeout()).append(only).append(" >&2 || exit\n");
    return whole(body.append(told()));
  }

  String down() {
    String images =
        call.removeImages()
            .map(which -> " --rmi " + (which == DockerCompose.RemoveImages.ALL ? "all" : "local"))
            .orElse("");
    return whole(
        new StringBuilder("kit_c down")
            .append(timeout())
            .append(call.removeVolumes() ? " --volumes" : "")
            .append(call.removeOrphans() ? " --remove-orphans" : "")
            .append(images)
            .append(" >&2\n"));
  }

  String remove() {
    return whole(
        new StringBuilder("kit_c stop")
            .append(timeout())
            .append(words(call.services()))
            .append(" >&2 || exit\nkit_c rm -f")
            .append(call.removeVolumes() ? " -v" : "")
            .append(words(call.services()))
            .append(" >&2\n"));
  }

  /** Makes the directory of an inline definition. */
  String directory() {
    String path = Sh.path(source.directory());
    return "(umask 077; mkdir -p "
        + Sh.path(HostPath.parent(source.directory()))
        + " "
        + path
        + ")\n";
  }

  /** Takes an inline definition away. */
  String forget() {
    return "rm -f "
        + Sh.path(source.file())
        + "\nrmdir "
        + Sh.path(source.directory())
        + " 2>/dev/null || :\n";
  }

  private String options() {
    StringBuilder words = new StringBuilder();
    if (!call.dependencies()) {
      words.append(" --no-deps");
    }
    if (call.build() != Build.POLICY) {
      words.append(call.build() == Build.ALWAYS ? " --build" : " --no-build");
    }
    if (now.plugin() && call.pull() != Pull.POLICY) {
      words.append(" --pull ").append(call.pull().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (call.recreate() != Recreate.AUTO) {
      words.append(call.recreate() == Recreate.ALWAYS ? " --force-recreate" : " --no-recreate");
    }
    if (call.removeOrphans()) {
      words.append(" --remove-orphans");
    }
    if (call.renewAnonVolumes()) {
      words.append(" --renew-anon-volumes");
    }
    if (call.state() != State.STOPPED) {
      words.append(timeout());
    }
    call.scale()
        .forEach((service, count) -> words.append(" --scale ").append(service + "=" + count));
    return words.toString();
  }

  private String timeout() {
    return call.timeout().map(time -> " --timeout " + Math.max(0, time.toSeconds())).orElse("");
  }

  /** Looks every half second; an end that was not meant is told at once. */
  private String waiting(Set<String> scope, Set<String> jobs) {
    return "kit_e=$(($(date +%s) + "
        + Math.max(1, call.waitTimeout().toSeconds())
        + "))\nwhile :; do kit_w=\n"
        + list(
            "--format '{{.Label \"com.docker.compose.service\"}} {{.Names}} {{.State}} {{.Status}}'")
        + " >\"$kit_d/ps\" || exit\n"
        + "while read -r kit_s kit_n kit_r; do\n"
        + "case $kit_s in "
        + cases(scope)
        + ") ;; *) continue ;; esac\n"
        + "case $kit_r in\n"
        + "running*'(unhealthy)'*) echo \"$kit_n is unhealthy\" >&2; exit 1 ;;\n"
        + "running*'health: starting'*|created*|restarting*) kit_w=$kit_n ;;\n"
        + "running*) ;;\n"
        + "exited*'Exited (0)'*) case $kit_s in "
        + cases(jobs)
        + ") ;; *) echo \"$kit_n has ended\" >&2; exit 1 ;; esac ;;\n"
        + "*) echo \"$kit_n does not run: $kit_r\" >&2; exit 1 ;;\n"
        + "esac\ndone <\"$kit_d/ps\"\n"
        + "[ -n \"$kit_w\" ] || break\n"
        + "[ \"$(date +%s)\" -lt \"$kit_e\" ] || { echo \"waited in vain for $kit_w\" >&2; exit 1; }\n"
        + "sleep 0.5 2>/dev/null || sleep 1\ndone\n";
  }

  private static String cases(Set<String> services) {
    return services.isEmpty() ? "''" : String.join("|", new TreeSet<>(services));
  }

  private String told() {
    return "kit_i=$("
        + list("-q")
        + ")\n[ -z \"$kit_i\" ] || kit_docker container inspect -f '{{json .}}' $kit_i\n";
  }

  private String whole(StringBuilder body) {
    boolean inline = !source.definition().isEmpty();
    String file = inline ? "kit_f=" + Sh.quote(source.file()) + "\n" : "";
    // what is to be taken away may have lost its definition
    boolean lost = !now.invalid().isEmpty();
    ComposeSource known =
        lost
            ? new ComposeSource(
                source.engine(), "/", now.project(), List.of(), List.of(), List.of(), "")
            : source;
    String stored = inline && call.state() == State.ABSENT ? source.shown() : file;
    String place = lost ? "/" : source.directory();
    String cd = "cd " + Sh.path(place) + (inline ? " 2>/dev/null || cd /\n" : " || exit\n");
    return source.engine().script(known.compose() + stored + cd + body);
  }

  private static String words(List<String> services) {
    return services.isEmpty() ? "" : " " + Sh.quote(services);
  }
}
