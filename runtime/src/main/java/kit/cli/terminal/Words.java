package kit.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options and arguments in picocli's model. Its annotations would say the same and cost 50 ms of
 * reflection at every start.
 */
public final class Words {

  private Words() {}

  public static CommandSpec command(String name, String... description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(true);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    return spec;
  }

  public static void flag(CommandSpec spec, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names).type(boolean.class).arity("0").description(description).build());
  }

  /** A flag that may be given several times and counts. */
  public static void count(CommandSpec spec, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(boolean[].class)
            .arity("0")
            .description(description)
            .build());
  }

  public static void text(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(String.class)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .build());
  }

  public static void number(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(Integer.class)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** An option that may be given several times. */
  public static void texts(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .build());
  }

  public static void argument(CommandSpec spec, String label, String arity, String description) {
    argument(spec, 0, label, arity, description);
  }

  public static void argument(
      CommandSpec spec, int index, String label, String arity, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(String.class)
            .paramLabel(label)
            .arity(arity)
            .required(arity.equals("1"))
            .index(Integer.toString(index))
            .description(description)
            .build());
  }

  /** All that is no option. */
  public static void arguments(CommandSpec spec, String label, String description) {
    arguments(spec, 0, label, description);
  }

  /** All that is no option, from a place on. */
  public static void arguments(CommandSpec spec, int from, String label, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .arity("0..*")
            .index(from + "..*")
            .description(description)
            .build());
  }

  public static List<String> arguments(ParseResult said) {
    return arguments(said, 0);
  }

  public static List<String> arguments(ParseResult said, int from) {
    return said.matchedPositionalValue(from, List.<String>of());
  }

  public static String text(ParseResult said, String name) {
    return said.matchedOptionValue(name, "");
  }

  public static boolean flag(ParseResult said, String name) {
    return said.matchedOptionValue(name, false);
  }

  public static List<String> texts(ParseResult said, String name) {
    return said.matchedOptionValue(name, List.<String>of());
  }

  /** The same with commas between values: {@code -t a,b -t c}. */
  public static List<String> separated(ParseResult said, String name) {
    List<String> all = new ArrayList<>();
    for (String value : texts(said, name)) {
      for (String part : value.split(",")) {
        if (!part.isBlank()) {
          all.add(part.strip());
        }
      }
    }
    return all;
  }

  public static String argument(ParseResult said) {
    return argument(said, 0);
  }

  /** The argument at a place, counted from 0; empty if it was not given. */
  public static String argument(ParseResult said, int index) {
    return said.matchedPositionalValue(index, "");
  }
}
