package kit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.model.Become;
import kit.model.Options;
import kit.model.OptionsBuilder;
import kit.model.Role;

/**
 * The options of a call after play, task and the call itself have been put over one another.
 *
 * @param become the user to become, empty for the login user
 * @param environment environment variables
 * @param ignoreErrors go on after a failure
 * @param check only look, whatever the run does; empty to do as the run
 * @param timeout limit for one attempt
 * @param noLog hide it
 * @param delegateTo the host that carries it out, empty for the play's host
 * @param diff show differences, empty to do as the run
 * @param notifies handlers of the call and of what is around it
 * @param tags tags of the call and of what is around it
 * @param role the role that it belongs to
 */
record Effective(
    Optional<Become> become,
    Map<String, String> environment,
    boolean ignoreErrors,
    Optional<Boolean> check,
    Duration timeout,
    boolean noLog,
    Optional<String> delegateTo,
    Optional<Boolean> diff,
    List<String> notifies,
    Set<String> tags,
    Optional<Role> role) {

  static Effective base(Optional<Become> become, Duration timeout) {
    return new Effective(
        become,
        Map.of(),
        false,
        Optional.empty(),
        timeout,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  /** The same, carried out on another host. */
  static Effective on(Effective its, String host) {
    OptionsBuilder options = new OptionsBuilder();
    options.delegateTo = host;
    return its.inside(options.build());
  }

  /** These options with those of something inside put over them. */
  Effective inside(Options options) {
    if (options == Options.NONE) {
      return this;
    }
    return new Effective(
        options.become().isPresent() ? options.become().filter(b -> !b.user().isEmpty()) : become,
        merged(environment, options.environment()),
        options.ignoreErrors().orElse(ignoreErrors),
        options.check().isPresent() ? options.check() : check,
        options.timeout().orElse(timeout),
        noLog || options.noLog(),
        options.delegateTo().isPresent() ? options.delegateTo() : delegateTo,
        options.diff().isPresent() ? options.diff() : diff,
        joined(notifies, options.notifies()),
        union(tags, options.tags()),
        options.role().isPresent() ? options.role() : role);
  }

  private static Map<String, String> merged(Map<String, String> outer, Map<String, String> inner) {
    if (inner.isEmpty()) {
      return outer;
    }
    Map<String, String> all = new LinkedHashMap<>(outer);
    all.putAll(inner);
    return all;
  }

  private static List<String> joined(List<String> outer, List<String> inner) {
    if (inner.isEmpty()) {
      return outer;
    }
    List<String> all = new ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }

  private static Set<String> union(Set<String> outer, List<String> inner) {
    if (inner.isEmpty()) {
      return outer;
    }
    Set<String> all = new LinkedHashSet<>(outer);
    all.addAll(inner);
    return all;
  }
}
