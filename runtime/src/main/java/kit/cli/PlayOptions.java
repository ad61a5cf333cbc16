package kit.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What of a playbook, and with which values.
 *
 * @param tags run only what has one of these; empty for all
 * @param skipTags leave out what has one of these
 * @param extraVars {@code name=value}, {@code @file} or JSON, in the order given
 * @param check only look and tell
 */
record PlayOptions(
    List<String> tags, List<String> skipTags, List<String> extraVars, boolean check) {

  static void add(CommandSpec spec) {
    Words.texts(spec, "TAGS", "Only what has one of these tags.", "-t", "--tags");
    Words.texts(spec, "TAGS", "All but what has one of these tags.", "--skip-tags");
    addExtraVars(spec);
  }

  static void addExtraVars(CommandSpec spec) {
    String extra = "Set variables: name=value, @file or JSON (repeatable).";
    Words.texts(spec, "VARS", extra, "-e", "--extra-vars");
  }

  static List<String> extraVars(ParseResult said) {
    return List.copyOf(Words.texts(said, "-e"));
  }

  static PlayOptions of(ParseResult said, boolean check) {
    return new PlayOptions(
        Words.separated(said, "-t"), Words.separated(said, "--skip-tags"), extraVars(said), check);
  }
}
