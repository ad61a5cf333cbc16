package kit.modules.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kit.spi.PlanException;

/**
 * A source of packages, as sources.list(5) describes it.
 *
 * @param types deb, deb-src
 * @param uris where it is
 * @param suites releases; one that ends with a slash is a path and has no components
 * @param components main, contrib, ...
 * @param architectures for which; none for those of the host
 * @param options further fields, each {@code Name: value}
 */
record AptSource(
    List<String> types,
    List<String> uris,
    List<String> suites,
    List<String> components,
    List<String> architectures,
    List<String> options) {

  AptSource {
    if (uris.isEmpty() || suites.isEmpty()) {
      throw new PlanException(
          "a repository needs uris and suites",
          "uris: ['https://apt.example.org/debian'], suites: ['bookworm'], components: ['main']");
    }
    for (String suite : suites) {
      if (suite.endsWith("/") != components.isEmpty()) {
        throw new PlanException(
            suite.endsWith("/")
                ? "suite '" + suite + "' is a path and has no components"
                : "suite '" + suite + "' needs components",
            "components: ['main']; a suite that is a path ends with a slash");
      }
    }
    for (List<String> words : List.of(types, uris, suites, components, architectures)) {
      for (String word : words) {
        if (word.isBlank() || word.chars().anyMatch(c -> c <= ' ')) {
          throw new PlanException("'" + word + "' is not one word", "write several as a list");
        }
      }
    }
  }

  /** The one-line form: {@code deb [arch=amd64 signed-by=/k] http://host/debian suite main}. */
  static AptSource of(String line) {
    String text = line.strip();
    int open = text.indexOf('[');
    int close = text.indexOf(']');
    List<String> options = new ArrayList<>();
    List<String> architectures = new ArrayList<>();
    if (open >= 0 && close > open) {
      for (String option : text.substring(open + 1, close).strip().split("\\s+")) {
        option(option, options, architectures);
      }
      text = text.substring(0, open) + " " + text.substring(close + 1);
    }
    String[] words = text.strip().split("\\s+");
    if (words.length < 3 || !words[0].equals("deb") && !words[0].equals("deb-src")) {
      throw new PlanException(
          "'" + line + "' is no repository",
          line.startsWith("ppa:")
              ? "PPAs are given by their uris and the key that signs them"
              : "deb http://host/debian bookworm main, or uris, suites, components");
    }
    return new AptSource(
        List.of(words[0]),
        List.of(words[1]),
        List.of(words[2]),
        List.of(Arrays.copyOfRange(words, 3, words.length)),
        architectures,
        options);
  }

  private static void option(String option, List<String> options, List<String> architectures) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    String value = equals < 0 ? "" : option.substring(equals + 1);
    switch (name) {
      case "arch" -> architectures.addAll(List.of(value.split(",")));
      case "signed-by" -> options.add("Signed-By: " + value);
      case "trusted" -> options.add("Trusted: " + value);
      default ->
          throw new PlanException(
              "option '" + name + "' of a repository is not known", "arch, signed-by and trusted");
    }
  }

  /** A name made of the address, where none is given. */
  String name() {
    String text = uris.get(0).replaceFirst("^[a-z+]+://", "").toLowerCase(Locale.ROOT);
    return text.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
  }

  /** As a file of sources.list.d holds it. */
  String text(List<String> more) {
    StringBuilder text = new StringBuilder("# Managed by kit\n");
    field(text, "Types", types);
    field(text, "URIs", uris);
    field(text, "Suites", suites);
    field(text, "Components", components);
    field(text, "Architectures", architectures);
    options.forEach(line -> text.append(line).append('\n'));
    more.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static void field(StringBuilder text, String name, List<String> words) {
    if (!words.isEmpty()) {
      text.append(name).append(": ").append(String.join(" ", words)).append('\n');
    }
  }
}
