package kit.cli.option;

import java.time.Duration;
import kit.cli.terminal.Config;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How hosts are reached and who kit is there.
 *
 * @param user login user; empty if not said
 * @param privateKey file of a private key; empty if not said
 * @param askPassword whether to ask for the login password
 * @param askBecomePassword whether to ask for the password for becoming another user
 * @param become whether to become another user where the playbook says nothing
 * @param becomeUser the user to become; empty if not said
 * @param acceptNewHostKeys whether keys of unknown hosts are accepted and written down
 * @param forks how many hosts are worked on at once
 * @param timeout limit for connecting; zero if not said
 */
public record ConnectionOptions(
    String user,
    String privateKey,
    boolean askPassword,
    boolean askBecomePassword,
    boolean become,
    String becomeUser,
    boolean acceptNewHostKeys,
    int forks,
    Duration timeout) {

  private static final int FORKS = 50;

  public static void add(CommandSpec spec) {
    Words.text(spec, "USER", "Log in as this user.", "-u", "--user");
    Words.text(spec, "FILE", "Log in with this key.", "--private-key");
    Words.flag(spec, "Ask for the login password.", "-k", "--ask-pass");
    Words.flag(spec, "Become root where the playbook says nothing.", "-b", "--become");
    Words.text(spec, "USER", "Become this user.", "--become-user");
    Words.flag(spec, "Ask for the password for becoming.", "-K", "--ask-become-pass");
    String accept = "Accept keys of hosts not seen before and write them down.";
    Words.flag(spec, accept, "--accept-new-host-keys");
    Words.number(spec, "N", "Work on N hosts at once (" + FORKS + ").", "-f", "--forks");
    Words.number(spec, "SECONDS", "Limit for connecting (10).", "-T", "--timeout");
  }

  public static ConnectionOptions of(ParseResult said, Screen screen) {
    Config config = screen.config();
    int forks =
        said.hasMatchedOption("-f")
            ? said.matchedOptionValue("-f", FORKS)
            : config.number("forks", FORKS);
    int timeout =
        said.hasMatchedOption("-T")
            ? said.matchedOptionValue("-T", 0)
            : config.number("timeout", 0);
    if (forks < 1) {
      throw new UsageException(
          "--forks " + forks + " leaves nothing to work with", "say 1 or more");
    }
    if (timeout < 0) {
      throw new UsageException("--timeout " + timeout + " is over already", "say 1 or more");
    }
    String becomeUser = or(Words.text(said, "--become-user"), config.becomeUser());
    return new ConnectionOptions(
        or(Words.text(said, "-u"), config.user()),
        or(Words.text(said, "--private-key"), config.privateKey().map(Object::toString).orElse("")),
        Words.flag(said, "-k"),
        Words.flag(said, "-K"),
        Words.flag(said, "-b") || config.become() || !becomeUser.isEmpty(),
        becomeUser,
        Words.flag(said, "--accept-new-host-keys"),
        forks,
        Duration.ofSeconds(timeout));
  }

  private static String or(String said, String configured) {
    return said.isEmpty() ? configured : said;
  }
}
