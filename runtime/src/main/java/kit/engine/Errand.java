package kit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Change;
import kit.spi.Output;
import kit.spi.Resource;
import kit.spi.Step;
import kit.target.Apply;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Unreachable;

/**
 * Carries out a call that does more than run and write on the host: it brings a file, asks the
 * user, or gives the connection up and comes back. Such a call travels alone.
 */
final class Errand {

  private final Pending call;
  private final Surroundings surroundings;
  private final Apply apply;
  private final List<Output> outputs = new ArrayList<>();

  Errand(Pending call, Surroundings surroundings, Apply apply) {
    this.call = call;
    this.surroundings = surroundings;
    this.apply = apply;
  }

  /** Whether a change has a step that a frame cannot carry. */
  static boolean needed(Change change) {
    for (Step step : change.steps()) {
      if (!plain(step)) {
        return true;
      }
    }
    return false;
  }

  /** The outputs of the steps that were begun; null if the plan no longer holds. */
  List<Output> run() {
    List<Step> steps = apply.steps();
    for (int i = 0; i < steps.size(); i++) {
      boolean meant = i + 1 < steps.size() && steps.get(i + 1) instanceof Step.Reconnect;
      Output output = step(steps.get(i), meant, i == 0);
      if (output == null) {
        return null;
      }
      outputs.add(output);
      if (output.rc() != 0 || output.timedOut()) {
        return outputs;
      }
    }
    return outputs;
  }

  private Output step(Step step, boolean lossMeant, boolean first) {
    if (step instanceof Step.Keep file) {
      return fetch(file);
    }
    if (step instanceof Step.Prompt prompt) {
      Optional<String> answer = surroundings.ask(prompt.text(), prompt.echo());
      return answer.isPresent()
          ? Output.of(0, answer.get(), "")
          : Output.of(1, "", "there is no terminal to ask at\n");
    }
    if (step instanceof Step.Reconnect reconnect) {
      return reconnect(reconnect);
    }
    try {
      Set<Resource> touched = ((Change) call.plan).touches();
      Frame frame = new Frame(List.of(alone(step)), List.of());
      Reply reply =
          call.host.shell().send(first ? List.of(call) : List.of(), touched, frame, apply -> {});
      return reply == null ? null : reply.outputs().get(0).get(0);
    } catch (Unreachable lost) {
      if (!lossMeant) {
        throw lost;
      }
      return Output.of(0, "", "");
    }
  }

  private Output fetch(Step.Keep file) {
    return new Download(file, this::sent).run();
  }

  /** Runs a piece of sh that changes nothing. */
  private Output sent(String script) {
    Frame frame = new Frame(List.of(alone(Step.Run.of(script))), List.of());
    return call.host.shell().send(List.of(), Set.of(), frame, apply -> {}).outputs().get(0).get(0);
  }

  private Output reconnect(Step.Reconnect reconnect) {
    sleep(reconnect.delay());
    long end = System.nanoTime() + reconnect.timeout().toNanos();
    String last = "";
    do {
      call.host.shells().forget(reconnect.connectTimeout());
      try {
        Frame test =
            new Frame(
                List.of(
                    new Apply(
                        List.of(Step.Run.of(reconnect.test())),
                        reconnect.timeout(),
                        apply.environment())),
                List.of());
        Output output =
            call.host.shell().send(List.of(), Set.of(), test, apply -> {}).outputs().get(0).get(0);
        if (output.rc() == 0) {
          return output;
        }
        last = output.errors();
      } catch (Unreachable lost) {
        last = lost.getMessage() + "\n";
      }
      sleep(reconnect.pause());
    } while (System.nanoTime() < end);
    return new Output(1, new byte[0], Output.of(1, "", last).err(), 0, true);
  }

  private Apply alone(Step step) {
    return new Apply(List.of(step), apply.timeout(), apply.environment());
  }

  private static boolean plain(Step step) {
    return step instanceof Step.Run || step instanceof Step.Write;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostStopped();
    }
  }
}
