package kit.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the options of one call, task or block while they are read. */
public final class OptionsBuilder {
  public List<String> notifies = List.of();
  public Become become;
  public String register;
  public Boolean ignoreErrors;
  public Condition changedWhen;
  public Condition failedWhen;
  public Condition until;
  public Integer retries;
  public Duration delay;
  public Duration timeout;
  public Map<String, String> environment = Map.of();
  public Boolean check;
  public List<String> tags = List.of();
  public Condition when;
  public Values loop;
  public Map<String, Object> vars = Map.of();
  public String delegateTo;
  public PerHost delegate;
  public Boolean diff;
  public boolean runOnce;
  public Integer throttle;
  public Duration async;
  public Duration poll;
  public boolean noLog;
  public Role role;

  public Options build() {
    return new Options(
        notifies,
        Optional.ofNullable(become),
        Optional.ofNullable(register),
        Optional.ofNullable(ignoreErrors),
        Optional.ofNullable(changedWhen),
        Optional.ofNullable(failedWhen),
        Optional.ofNullable(until),
        Optional.ofNullable(retries),
        Optional.ofNullable(delay),
        Optional.ofNullable(timeout),
        environment,
        Optional.ofNullable(check),
        tags,
        Optional.ofNullable(when),
        Optional.ofNullable(loop),
        vars,
        Optional.ofNullable(delegateTo),
        Optional.ofNullable(delegate),
        Optional.ofNullable(diff),
        runOnce,
        Optional.ofNullable(throttle),
        Optional.ofNullable(
            async == null ? null : new Async(async, poll == null ? Async.POLL : poll)),
        noLog,
        Optional.ofNullable(role));
  }
}
