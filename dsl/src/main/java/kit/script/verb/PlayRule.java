package kit.script.verb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.catalog.Suggestion;
import kit.model.HostOrder;
import kit.script.language.Call;
import kit.script.language.Wanted;
import kit.script.scope.CompiledScript;
import kit.script.scope.PlayBuilder;

/** Verbs that say how the hosts of a play go together: {@code order 'sorted'}. */
enum PlayRule implements PlayWord {
  ORDER("order"),
  MAX_FAIL_PERCENTAGE("maxFailPercentage"),
  ANY_ERRORS_FATAL("anyErrorsFatal"),
  MODULE_DEFAULTS("moduleDefaults"),
  /** Ansible's word for something that is done otherwise here. */
  STRATEGY("strategy");

  private final String word;

  PlayRule(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public void set(Call call, PlayBuilder play, CompiledScript script) {
    if (this == MODULE_DEFAULTS) {
      if (!call.positional().isEmpty()) {
        throw call.problem("'" + word + "' is not said like this", example());
      }
      for (Map.Entry<String, Object> each : call.named().entrySet()) {
        Map<String, Object> said = Wanted.map(each.getValue(), word, call.location());
        play.moduleDefaults(call, each.getKey(), said);
      }
      return;
    }
    if (call.positional().size() != 1 || !call.named().isEmpty()) {
      throw call.problem("'" + word + "' wants one value", example());
    }
    Object value = call.positional().get(0);
    switch (this) {
      case ORDER -> play.order(order(value, call));
      case MAX_FAIL_PERCENTAGE -> play.maxFailPercentage(percentage(value, call));
      case ANY_ERRORS_FATAL -> play.anyErrorsFatal(Wanted.truth(value, word, call.location()));
      case STRATEGY ->
          throw call.problem(
              "there are no strategies: each host goes ahead on its own",
              "barrier() where hosts wait for one another, throttle: 1 where they take turns");
      case MODULE_DEFAULTS -> throw new IllegalStateException(word);
    }
  }

  private static HostOrder order(Object value, Call call) {
    String name = Wanted.text(value, "order", call.location());
    String plain = name.replace("_", "");
    for (HostOrder order : HostOrder.values()) {
      if (order.name().replace("_", "").equalsIgnoreCase(plain)) {
        return order;
      }
    }
    List<String> known =
        Arrays.stream(HostOrder.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    String hint = Suggestion.of(name, known).map(near -> "did you mean '" + near + "'?").orElse("");
    throw call.problem(
        "'" + name + "' is no order of hosts",
        hint.isEmpty() ? "there are " + String.join(", ", known) : hint);
  }

  private static double percentage(Object value, Call call) {
    if (value instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= 100) {
      return number.doubleValue();
    }
    throw call.problem("'maxFailPercentage' wants a number from 0 to 100", "maxFailPercentage 30");
  }

  private String example() {
    return "for example "
        + switch (this) {
          case ORDER -> "order 'sorted'";
          case MAX_FAIL_PERCENTAGE -> "maxFailPercentage 30";
          case ANY_ERRORS_FATAL -> "anyErrorsFatal true";
          case MODULE_DEFAULTS -> "moduleDefaults apt: [updateCache: true]";
          case STRATEGY -> "barrier()";
        };
  }
}
