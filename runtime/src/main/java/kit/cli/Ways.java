package kit.cli;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Screen;
import kit.engine.Intents;
import kit.engine.Run;
import kit.engine.Settings;
import kit.project.Project;
import kit.selection.FactSource;
import kit.shell.Connections;
import kit.target.Targets;
import kit.transport.Endpoint;
import kit.transport.Endpoints;
import kit.transport.Transports;
import kit.transport.docker.DockerTransport;
import kit.transport.local.LocalTransport;
import kit.transport.ssh.SshTransport;
import kit.vars.Variables;

/** The ways to the hosts of a command; passwords for them are asked for once. */
final class Ways {

  private final Screen screen;
  private final Passwords passwords;

  Ways(Screen screen) {
    this.screen = screen;
    this.passwords = new Passwords(screen);
  }

  Targets targets(RunRequest request, Variables variables, Optional<Stopwatch> watch) {
    Targets plain = connections(request, variables, watch).get();
    return watch.isEmpty() ? plain : watch.get().timed(plain);
  }

  Supplier<Targets> connections(
      RunRequest request, Variables variables, Optional<Stopwatch> watch) {
    kit.transport.Settings settings = passwords.settings(request.connection());
    Endpoints endpoints = new Endpoints(host -> variables.host(host).published(), settings);
    Transports transports =
        new Transports(
            () -> new SshTransport(settings.asker()), LocalTransport::new, DockerTransport::new);
    Function<String, Endpoint> hiding = passwords.hiding(endpoints::of);
    return () ->
        new Connections(hiding, watch.isEmpty() ? transports : watch.get().timed(transports));
  }

  /**
   * Asks hosts for the facts that expressions read, before anything is done on them.
   *
   * @param request without limit and tags
   * @param project the hosts without limit
   * @param stops gets what to do when the user has had enough
   */
  FactSource asking(
      RunRequest request,
      Variables variables,
      Settings settings,
      Supplier<Project> project,
      Consumer<Runnable> stops) {
    return hosts -> {
      FactPlay play = new FactPlay(screen);
      try (Targets targets = targets(request, variables, Optional.empty())) {
        Run run = new Run(settings, project.get(), targets, Intents.NONE, play);
        stops.accept(run::interrupt);
        run.execute(play.on(hosts));
      }
      return play.facts();
    };
  }
}
