package kit.cli;

import java.nio.file.Path;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit doctor}: looks at what kit needs on this machine; contacts no host. */
final class DoctorCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Words.command("doctor", "Looks at what kit needs on this machine; contacts no host.");
    Words.argument(spec, "DIRECTORY", "0..1", "Where the playbooks are; here if not said.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    Path home = Path.of(System.getProperty("user.home"));
    Checkup checkup = new Checkup(screen, home, Path.of(Words.argument(said)));
    for (Checkup.Finding finding : checkup.findings()) {
      screen.out.line(finding.well() ? "ok       " + finding.what() : "problem  " + finding.what());
      if (!finding.remedy().isEmpty()) {
        screen.out.line("         " + finding.remedy());
      }
    }
    return checkup.well() ? Exit.OK : Exit.ERROR;
  }
}
