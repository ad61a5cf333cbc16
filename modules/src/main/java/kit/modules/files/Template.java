package kit.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Source;
import kit.spi.TemplateStyle;

/**
 * Renders a Jinja2 template with the host's variables and puts the text onto the host.
 *
 * <pre>{@code
 * template src: 'motd.j2', dest: '/etc/motd'
 * }</pre>
 *
 * <p>With further variables and a check of the result before it replaces the old file:
 *
 * <pre>{@code
 * template src: 'sudoers.j2', dest: '/etc/sudoers.d/deploy', vars: [team: 'deploy'], mode: '0440',
 *     validate: '/usr/sbin/visudo -cf %s'
 * }</pre>
 *
 * <p>The file is replaced at once. If {@code dest} is a symbolic link, what it leads to is written.
 *
 * @param src template, looked for in {@code templates/} of the role and beside the playbook; one
 *     that is missing or cannot be rendered is an error that names its line
 * @param dest absolute path on the host, or from a home directory ({@code ~/x}); in an existing
 *     directory, or if it ends with a slash, the file keeps the name of {@code src}; a directory
 *     named by such a slash is made if missing, any other missing directory is an error
 * @param mode permissions, {@code '0644'}, {@code 'u=rw,go=r'}, or {@code 'preserve'} for those of
 *     {@code src}; an existing file keeps its own by default, a new one gets 0644, or 0600 if the
 *     template is secret
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param validate command that must succeed before the file is replaced; {@code %s} in it becomes
 *     the path of the new file, and without {@code %s} it is an error; none by default
 * @param force whether a file that is there is replaced if it differs; on by default
 * @param trimBlocks whether the line end after a block is dropped; on by default
 * @param lstripBlocks whether blanks before a block at the start of a line are dropped; off by
 *     default
 * @param newlineSequence line end to write: {@code '\n'} by default, {@code '\r'} or {@code
 *     '\r\n'}; anything else is an error
 */
@FileRights
@Lacks(
    value = {
      "blockStartString",
      "blockEndString",
      "variableStartString",
      "variableEndString",
      "commentStartString",
      "commentEndString"
    },
    instead = "delimiters are {% %}, {{ }} and {# #}; {% raw %} protects text that has them")
@Lacks(value = "outputEncoding", instead = "templates are written in UTF-8")
@Lacks(value = "follow", instead = "a link at dest is written through always")
public record Template(
    String src,
    String dest,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group,
    @Default("false") boolean backup,
    Optional<String> validate,
    @Default("true") boolean force,
    @Default("true") boolean trimBlocks,
    @Default("false") boolean lstripBlocks,
    @Default("\n") String newlineSequence)
    implements Module {

  @Override
  public String label() {
    return dest;
  }

  @Override
  public Plan plan(Host host) {
    TemplateStyle style = new TemplateStyle(trimBlocks, lstripBlocks, newline());
    Source source = host.source("templates", src);
    String text = host.once("text", () -> host.render(source, Map.of(), style));
    return new Delivery(
            dest,
            Optional.of(HostPath.name(src)),
            text.getBytes(StandardCharsets.UTF_8),
            force,
            Optional.empty(),
            new Attributes(mode, owner, group).preserving(source.mode()),
            backup,
            validate,
            source.secret())
        .plan(host);
  }

  private String newline() {
    // Ansible reads the written form too
    String end = newlineSequence.replace("\\n", "\n").replace("\\r", "\r");
    if (!end.equals("\n") && !end.equals("\r") && !end.equals("\r\n")) {
      throw new PlanException(
          "newlineSequence is no line end", "give '\\n', '\\r' or '\\r\\n', or leave it out");
    }
    return end;
  }
}
