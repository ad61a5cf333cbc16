package kit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.catalog.Suggestion;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Family;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.inventory.NoHostsException;
import kit.model.KitException;
import kit.report.ProblemView;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code kit}. The only place that ends the process. */
public final class Main {

  private final Screen screen;

  Main(Screen screen) {
    this.screen = screen;
  }

  public static void main(String[] arguments) {
    // else picocli starts Groovy's runtime, 150 ms, to support closures in annotations
    System.setProperty("picocli.disable.closures", "true");
    Screen screen =
        new Screen(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            System.getenv(),
            System.getProperty("kit.terminals", ""),
            Integer.getInteger("kit.columns", 0));
    // nothing of kit writes there, but scripts and libraries may
    PrintStream out = screen.masked(System.out);
    PrintStream err = screen.masked(System.err);
    System.setOut(out);
    System.setErr(err);
    int code = new Main(screen).run(arguments);
    out.close();
    err.close();
    System.exit(code);
  }

  /** Ends the process as Ctrl-C does, for who has caught that; comes back at once. */
  static void interrupt() {
    Thread end = new Thread(() -> System.exit(Exit.INTERRUPTED), "kit-interrupt");
    end.setDaemon(true);
    end.start();
  }

  /** Runs a command line; what it gives is what the process ends with. */
  int run(String... arguments) {
    List<String> said = new ArrayList<>(List.of(arguments));
    boolean debug = said.remove("--debug");
    try {
      return dispatch(said);
    } catch (KitException e) {
      for (String line :
          new ProblemView(screen.errorStyle(), screen.errorColumns()).lines(e.problems())) {
        screen.err.line(line);
      }
      if (e instanceof NoHostsException) {
        screen.asides.forEach(screen.err::line);
      }
      trace(e, debug);
      return Exit.of(e);
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      screen.err.line("kit: the " + megabytes + " MB of memory that kit has are not enough");
      screen.err.line("    for example KIT_OPTS=-Xmx1g gives it more");
      trace(e, debug);
      return Exit.ERROR;
    } catch (RuntimeException | StackOverflowError e) {
      screen.err.line("kit: " + e);
      screen.err.line("    this is a defect of kit: please report it (kit --debug shows more)");
      trace(e, debug);
      return Exit.ERROR;
    }
  }

  private int dispatch(List<String> arguments) {
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    if (name.equals("--version")) {
      name = "version";
    }
    Optional<Command> command = Commands.find(name);
    if (command.isPresent() && command.get() instanceof Family family) {
      return member(family, arguments.subList(1, arguments.size()));
    }
    if (command.isPresent()) {
      return execute(command.get(), arguments.subList(1, arguments.size()));
    }
    boolean asked = name.equals("--help") || name.equals("-h") || name.equals("help");
    if (!asked && !name.isEmpty()) {
      Optional<String> near = Suggestion.of(name, Commands.NAMES);
      throw new UsageException(
          "kit has no command '" + name + "'",
          near.isPresent() ? "did you mean '" + near.get() + "'?" : "'kit --help' lists them");
    }
    (asked ? screen.out : screen.err).write(overview());
    return asked ? Exit.OK : Exit.USAGE;
  }

  private int execute(Command command, List<String> arguments) {
    return execute(command, command.spec(), arguments);
  }

  /** One of several commands that share their first word. */
  private int member(Family family, List<String> arguments) {
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    Optional<Command> member = family.member(name);
    if (member.isPresent()) {
      CommandSpec spec = member.get().spec();
      spec.name(family.name() + " " + spec.name());
      return execute(member.get(), spec, arguments.subList(1, arguments.size()));
    }
    boolean asked = name.equals("--help") || name.equals("-h");
    if (!asked && !name.isEmpty()) {
      throw new UsageException(
          "kit " + family.name() + " cannot '" + name + "'",
          Suggestion.hint(name, family.members(), "'kit " + family.name() + " --help' lists them"));
    }
    CommandSpec overview = family.spec().name("kit " + family.name());
    for (String each : family.members()) {
      family.member(each).ifPresent(its -> overview.addSubcommand(each, its.spec()));
    }
    (asked ? screen.out : screen.err).write(new CommandLine(overview).getUsageMessage(ansi()));
    return asked ? Exit.OK : Exit.USAGE;
  }

  private int execute(Command command, CommandSpec spec, List<String> arguments) {
    CommandLine line = new CommandLine(spec);
    // @file means a file of variables or hosts to kit, not of options
    line.setExpandAtFiles(false);
    ParseResult said;
    try {
      said = line.parseArgs(arguments.toArray(new String[0]));
    } catch (ParameterException e) {
      throw usage(e, spec);
    }
    if (said.isUsageHelpRequested()) {
      spec.name("kit " + spec.name());
      screen.out.write(line.getUsageMessage(ansi()));
      return Exit.OK;
    }
    return command.run(said, screen);
  }

  private String overview() {
    CommandSpec kit = CommandSpec.create().name("kit");
    kit.usageMessage()
        .description("Configures machines over SSH with playbooks in Groovy.")
        .customSynopsis("kit COMMAND [OPTIONS]")
        .footer("", "'kit COMMAND --help' shows the options of a command.");
    for (String name : Commands.NAMES) {
      Optional<Command> command = Commands.find(name);
      if (command.isPresent()) {
        kit.addSubcommand(name, command.get().spec());
      }
    }
    return new CommandLine(kit).getUsageMessage(ansi());
  }

  private Ansi ansi() {
    return screen.style().colour() ? Ansi.ON : Ansi.OFF;
  }

  private static UsageException usage(ParameterException e, CommandSpec command) {
    String help = "'kit " + command.name() + " --help' shows the options";
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (!word.startsWith("-")) {
        return new UsageException("too much said: '" + word + "'", help);
      }
      Optional<String> near = Suggestion.of(word, command.optionsMap().keySet());
      return new UsageException(
          "kit " + command.name() + " has no option '" + word + "'",
          near.isPresent() ? "did you mean '" + near.get() + "'?" : help);
    }
    int end = e.getMessage().indexOf('\n');
    return new UsageException(end < 0 ? e.getMessage() : e.getMessage().substring(0, end), help);
  }

  private void trace(Throwable e, boolean debug) {
    if (debug) {
      screen.err.line(e.toString());
      for (StackTraceElement frame : e.getStackTrace()) {
        screen.err.line("    at " + frame);
      }
      if (e.getCause() != null) {
        trace(e.getCause(), true);
      }
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
