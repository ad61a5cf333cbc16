package kit.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be said on every call, task and block beside a module's own arguments. Empty means: not
 * said here, so what is around decides.
 *
 * @param notifies handlers to run once if this changed something
 * @param become user to become; {@code become: false} is an empty user name
 * @param register name of the variable that receives the result
 * @param ignoreErrors go on after a failure
 * @param changedWhen decides whether the result counts as changed
 * @param failedWhen decides whether the result counts as failed
 * @param until repeat the call until this holds
 * @param retries how often to repeat, 3 if {@code until} is given
 * @param delay pause between repeats, 5 s by default
 * @param timeout limit for one attempt; the process tree is killed on the host after it
 * @param environment environment variables for commands
 * @param check true: only look, also in a run; false: carry out, also in check mode
 * @param tags tags, inherited by everything inside
 * @param when whether to run at all
 * @param loop items to run the body for
 * @param vars variables that win inside
 * @param delegateTo host to carry the calls out on, with the variables of the play's host
 * @param delegate the same, computed for each host
 * @param diff show differences, whatever the run does
 * @param runOnce do it on one host for all
 * @param throttle how many hosts may do it at once
 * @param async run detached from the connection
 * @param noLog hide arguments and results from every output
 * @param role the role that it belongs to; nothing that a playbook says
 */
public record Options(
    List<String> notifies,
    Optional<Become> become,
    Optional<String> register,
    Optional<Boolean> ignoreErrors,
    Optional<Condition> changedWhen,
    Optional<Condition> failedWhen,
    Optional<Condition> until,
    Optional<Integer> retries,
    Optional<Duration> delay,
    Optional<Duration> timeout,
    Map<String, String> environment,
    Optional<Boolean> check,
    List<String> tags,
    Optional<Condition> when,
    Optional<Values> loop,
    Map<String, Object> vars,
    Optional<String> delegateTo,
    Optional<PerHost> delegate,
    Optional<Boolean> diff,
    boolean runOnce,
    Optional<Integer> throttle,
    Optional<Async> async,
    boolean noLog,
    Optional<Role> role) {

  public static final Options NONE = new OptionsBuilder().build();

  public Options {
    notifies = List.copyOf(notifies);
    environment = Map.copyOf(environment);
    tags = List.copyOf(tags);
  }
}
