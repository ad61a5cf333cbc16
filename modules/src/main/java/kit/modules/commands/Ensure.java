package kit.modules.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Fails unless all conditions hold; Ansible's {@code assert}, whose name is a keyword of Groovy.
 *
 * <pre>{@code
 * ensure port > 1023, 'the port must not be privileged'
 * ensure that: [facts.os.family == 'Debian', facts.memory.total > 500], failMsg: 'wrong machine'
 * }</pre>
 *
 * @param that one condition or a list of them
 * @param failMsg what to say if one of them does not hold
 * @param successMsg what to say if all hold
 * @param quiet whether to say nothing if all hold
 */
public record Ensure(
    List<Boolean> that,
    @Alias({"because", "msg"}) Optional<String> failMsg,
    @Default("all assertions passed") String successMsg,
    @Default("false") boolean quiet)
    implements Module {

  @Override
  public Plan plan(Host host) {
    int failing = that.indexOf(false);
    if (failing < 0) {
      return Plan.unchanged(quiet ? "" : successMsg, Map.of("msg", successMsg));
    }
    String which = that.size() == 1 ? "the condition" : "condition " + (failing + 1);
    String message = failMsg.orElse(which + " does not hold");
    return new Plan.Refused(message, "", Map.of("msg", message, "failing", failing + 1));
  }
}
