package kit.cli.option;

import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.report.Detail;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How a run is told.
 *
 * @param detail how much
 * @param format {@code text}, {@code json} or {@code junit}
 * @param junit file for a report to a build server beside the text; empty for none
 * @param plain whether colours are not wanted
 * @param profile whether to tell where the time went
 */
public record OutputOptions(
    Detail detail, String format, String junit, boolean plain, boolean profile) {
  private static final String JUNIT = "junit";

  public static void add(CommandSpec spec) {
    Words.flag(spec, "Show differences.", "-D", "--diff");
    Words.text(spec, "FORMAT", "text, json, junit or junit=FILE.", "-o", "--output");
    Words.flag(spec, "No colours.", "--no-color");
    Words.count(spec, "Every host and why; -vv commands too.", "-v", "--verbose");
    Words.flag(spec, "Tell where the time went.", "--profile");
  }

  public static void addDetail(CommandSpec spec) {
    Words.flag(spec, "Show differences.", "-D", "--diff");
    Words.count(spec, "Every host and why; -vv commands too.", "-v", "--verbose");
  }

  public static void addFormat(CommandSpec spec) {
    Words.text(spec, "FORMAT", "text or json.", "-o", "--output");
    Words.flag(spec, "No colours.", "--no-color");
  }

  /** Of a command that tells only text and JSON. */
  public static OutputOptions of(ParseResult said) {
    String format = said.matchedOptionValue("-o", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("there is no format '" + format + "'", "say -o text or -o json");
    }
    return new OutputOptions(detail(said), format, "", Words.flag(said, "--no-color"), false);
  }

  /** Of a command that runs a playbook. */
  public static OutputOptions ofRun(ParseResult said) {
    String format = said.matchedOptionValue("-o", "text");
    String junit = format.startsWith(JUNIT + "=") ? format.substring(JUNIT.length() + 1) : "";
    boolean known = format.equals("text") || format.equals("json") || format.equals(JUNIT);
    if (!known && junit.isEmpty()) {
      throw new UsageException(
          "there is no format '" + format + "'", "say -o text, json, junit or junit=FILE");
    }
    return new OutputOptions(
        detail(said),
        junit.isEmpty() ? format : "text",
        junit,
        Words.flag(said, "--no-color"),
        Words.flag(said, "--profile"));
  }

  public boolean json() {
    return format.equals("json");
  }

  private static Detail detail(ParseResult said) {
    boolean[] counted = said.matchedOptionValue("-v", new boolean[0]);
    return new Detail(counted.length, said.matchedOptionValue("-D", false));
  }
}
