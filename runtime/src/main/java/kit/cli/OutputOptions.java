package kit.cli;

import kit.report.Detail;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How a run is told.
 *
 * @param detail how much
 * @param json whether programs read it
 * @param plain whether colours are not wanted
 */
record OutputOptions(Detail detail, boolean json, boolean plain) {

  static void add(CommandSpec spec) {
    Words.flag(spec, "Show differences.", "-D", "--diff");
    addFormat(spec);
    Words.count(spec, "Every host and why; -vv commands too.", "-v", "--verbose");
  }

  static void addFormat(CommandSpec spec) {
    Words.text(spec, "FORMAT", "text or json.", "-o", "--output");
    Words.flag(spec, "No colours.", "--no-color");
  }

  static OutputOptions of(ParseResult said) {
    String format = said.matchedOptionValue("-o", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("there is no format '" + format + "'", "say -o text or -o json");
    }
    boolean[] counted = said.matchedOptionValue("-v", new boolean[0]);
    Detail detail = new Detail(counted.length, said.matchedOptionValue("-D", false));
    return new OutputOptions(detail, format.equals("json"), Words.flag(said, "--no-color"));
  }
}
