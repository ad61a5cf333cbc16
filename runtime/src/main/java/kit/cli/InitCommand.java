package kit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit init}: a small project that runs as it is, on this machine. */
final class InitCommand implements Command {

  private static final String SITE =
      """
      // kit check site.groovy -i hosts --diff    tells what this would change
      // kit run site.groovy -i hosts             does it
      play('Hello') {
        hosts 'all'

        task('A page about the host') {
          file path: pages, state: 'directory'
          template src: 'hello.j2', dest: "$pages/hello.txt", mode: '0644', notify: 'tell'
        }

        handler('tell') {
          command "cat $pages/hello.txt"
        }
      }
      """;
  private static final String HOSTS =
      """
      # one host a line; this one is the machine that kit runs on
      localhost ansible_connection=local

      # hosts over SSH, in a group:
      # [web]
      # web1 ansible_host=192.0.2.10 ansible_user=admin
      """;
  private static final String ALL =
      """
      # variables of all hosts; group_vars/web.yml has those of the group web,
      # host_vars/web1.yml those of a host. kit why greeting --host localhost -i hosts
      greeting: Hello
      pages: /tmp/kit-hello
      """;
  private static final String TEMPLATE =
      """
      {{ greeting }} from {{ inventory_hostname }}, a {{ facts.os.family }} machine.
      """;

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("init", "Writes a small project to begin with.");
    Words.argument(spec, "DIRECTORY", "0..1", "Where; here if not said.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    Path folder = Path.of(Words.argument(said));
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve("site.groovy"), SITE);
    files.put(folder.resolve("hosts"), HOSTS);
    files.put(folder.resolve("group_vars").resolve("all.yml"), ALL);
    files.put(folder.resolve("templates").resolve("hello.j2"), TEMPLATE);
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw new UsageException(
            "'" + file + "' is there already", "nothing was written; name another directory");
      }
    }
    for (Map.Entry<Path, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
      screen.out.line("wrote " + file.getKey());
    }
    String there = folder.toString().isEmpty() ? "" : "cd " + folder + " && ";
    screen.out.line("now: " + there + "kit check site.groovy -i hosts --diff");
    return Exit.OK;
  }

  private static void write(Path file, String text) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be written", "check the directory");
    }
  }
}
