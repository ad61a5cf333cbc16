package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;
import kit.spi.Sh;

/** A look after a container's health, in the words of docker create after {@code --health-}. */
final class Healthcheck {

  private static final List<String> KNOWN =
      List.of("test", "interval", "timeout", "startPeriod", "retries");

  private Healthcheck() {}

  static List<String> read(Node node) {
    Node check = node.at("Config", "Healthcheck");
    List<String> values = new ArrayList<>();
    List<String> test = check.at("Test").texts();
    if (!test.isEmpty()) {
      values.add(test(test));
    }
    time(values, "interval", check.at("Interval").number());
    time(values, "timeout", check.at("Timeout").number());
    time(values, "start-period", check.at("StartPeriod").number());
    long retries = check.at("Retries").number();
    if (retries > 0) {
      values.add("retries=" + retries);
    }
    return values;
  }

  static List<String> given(Map<String, Object> given) {
    Map<String, Object> argument = Fields.of("a healthcheck", given, KNOWN);
    List<String> values = new ArrayList<>();
    Object test = argument.get("test");
    if (test instanceof List<?> words) {
      values.add(test(words.stream().map(String::valueOf).toList()));
    } else if (test != null) {
      values.add(test(List.of("CMD-SHELL", test.toString())));
    }
    for (String field : KNOWN.subList(1, 4)) {
      if (argument.get(field) != null) {
        String name = field.equals("startPeriod") ? "start-period" : field;
        time(values, name, Sizes.nanos("healthcheck " + field, time(argument.get(field))));
      }
    }
    if (argument.get("retries") != null) {
      values.add("retries=" + argument.get("retries"));
    }
    return values;
  }

  private static String time(Object given) {
    return given instanceof java.time.Duration time ? time.toMillis() + "ms" : given.toString();
  }

  private static void time(List<String> values, String name, long nanos) {
    if (nanos > 0) {
      values.add(name + "=" + nanos + "ns");
    }
  }

  /** The client takes a text for the shell only, so a list of words is made one. */
  private static String test(List<String> test) {
    return switch (test.isEmpty() ? "" : test.get(0)) {
      case "NONE" -> "none";
      case "CMD-SHELL" -> "cmd=" + String.join(" ", test.subList(1, test.size()));
      case "CMD" -> "cmd=" + Sh.quote(test.subList(1, test.size()));
      default ->
          throw new PlanException(
              "a healthcheck's test begins with CMD, CMD-SHELL or NONE",
              "test: ['CMD', 'curl', '-f', 'http://localhost/'], or a text for the shell");
    };
  }

  /** The words for docker create. */
  static List<String> words(List<String> values) {
    List<String> words = new ArrayList<>();
    for (String value : values) {
      words.add(value.equals("none") ? "--no-healthcheck" : "--health-" + value);
    }
    return words;
  }
}
