package kit.modules.system;

import java.util.Map;
import java.util.Optional;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Step;

/**
 * Waits for a time, or until the user at the terminal answers. Every host waits for itself: {@code
 * once} around it asks the user once for all.
 *
 * <pre>{@code
 * pause seconds: 5
 * once { pause prompt: 'Take web1 out of the load balancer, then press Enter' }
 * }</pre>
 *
 * @param seconds how long
 * @param minutes how long
 * @param prompt what to ask, if neither seconds nor minutes is given; the result's {@code
 *     userInput} is the answer; without a terminal it is an error
 * @param echo whether what is typed can be seen; on by default
 */
public record Pause(
    Optional<Integer> seconds,
    Optional<Integer> minutes,
    Optional<String> prompt,
    @Default("true") boolean echo)
    implements Module {

  private static final int SLICE = 60;

  @Override
  public Plan plan(Host host) {
    if (seconds.isPresent() && minutes.isPresent()) {
      throw new PlanException("both seconds and minutes are given", "give one of them");
    }
    if (seconds.isEmpty() && minutes.isEmpty()) {
      String text = prompt.orElse("Press Enter to go on");
      return Plan.change("ask: " + text)
          .step(new Step.Prompt(text, echo))
          .reads(outputs -> Map.of("userInput", outputs.get(0).text()))
          .waiting();
    }
    long length = seconds.isPresent() ? seconds.get() : 60L * minutes.orElseThrow();
    if (length < 0) {
      throw new PlanException("a pause cannot be shorter than nothing", "");
    }
    String what = "pause for " + said(length) + prompt.map(text -> ": " + text).orElse("");
    return Plan.change(what).step(Step.Run.of("sleep " + length + "\n")).waiting();
  }

  private static String said(long length) {
    return length % SLICE == 0 && length > 0 ? length / SLICE + " min" : length + " s";
  }
}
