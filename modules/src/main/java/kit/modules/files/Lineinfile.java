package kit.modules.files;

import java.util.Optional;
import kit.query.FileContent;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Makes sure that a line is in a file, or is not.
 *
 * <pre>{@code
 * lineinfile path: '/etc/hosts', line: '10.0.0.5 db1'
 * }</pre>
 *
 * <p>Replacing a line, putting one in its place, keeping a part of it, and removing:
 *
 * <pre>{@code
 * lineinfile path: '/etc/ssh/sshd_config', regexp: '^#?PermitRootLogin ', line: 'PermitRootLogin no'
 * lineinfile path: '/etc/hosts', line: '10.0.0.6 db2', insertafter: '^10[.]0[.]0[.]5 '
 * lineinfile path: '/etc/default/grub', regexp: '^(GRUB_TIMEOUT=).*', line: '\\g<1>3', backrefs: true
 * lineinfile path: '/etc/hosts', regexp: '^10[.]0[.]0[.]5 ', state: 'absent'
 * }</pre>
 *
 * <p>As in Ansible: the last line that matches is replaced, not all of them; a line that is there
 * already is not added again; regular expressions are Python's and work on bytes. Other than in
 * Ansible: a file whose lines end in {@code \r\n} keeps these ends and {@code $} stands before
 * them, and a line added after a last line without an end does not run into it. Files over 1 MiB
 * are refused.
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x}); a missing file is
 *     an error unless {@code create} is on or the line should be absent
 * @param state {@code present} (by default) or {@code absent}: then every matching line is removed
 * @param line the line, one only; required if it should be present
 * @param regexp regular expression of the line to replace or remove; not with {@code searchString}
 * @param searchString text in the line to replace or remove
 * @param insertafter regular expression of the line after which to insert if nothing was replaced,
 *     the last that matches; {@code BOF} or {@code EOF}; the end of the file by default and if none
 *     matches
 * @param insertbefore likewise before; not with {@code insertafter}
 * @param backrefs whether {@code line} may refer to groups of {@code regexp} ({@code \1}, {@code
 *     \g<name>}); then a file without a match stays as it is; off by default
 * @param firstmatch whether the first matching line counts and not the last; off by default
 * @param create whether a missing file is made, with its directories; off by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param validate command that must succeed before the file is replaced; {@code %s} in it becomes
 *     the path of the new file, and without {@code %s} it is an error; none by default
 * @param mode permissions, {@code '0644'} or {@code 'u=rw,go=r'}; unchanged by default, 0644 for a
 *     new file
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 */
@FileRights
public record Lineinfile(
    @Alias({"dest", "destfile", "name"}) String path,
    @Default("present") Presence state,
    @Alias("value") Optional<String> line,
    @Alias("regex") Optional<String> regexp,
    Optional<String> searchString,
    Optional<String> insertafter,
    Optional<String> insertbefore,
    @Default("false") boolean backrefs,
    @Default("false") boolean firstmatch,
    @Default("false") boolean create,
    @Default("false") boolean backup,
    Optional<String> validate,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  @Override
  public String label() {
    return path;
  }

  @Override
  public Plan plan(Host host) {
    refuse(
        regexp.isPresent() && searchString.isPresent(), "both regexp and searchString are given");
    refuse(
        insertafter.isPresent() && insertbefore.isPresent(),
        "both insertafter and insertbefore are given");
    refuse(backrefs && regexp.isEmpty(), "backrefs needs a regexp");
    boolean present = state == Presence.PRESENT;
    refuse(present && line.isEmpty(), "line is missing");
    refuse(
        !present && line.isEmpty() && regexp.isEmpty() && searchString.isEmpty(),
        "nothing says which line to remove: give line, regexp or searchString");
    LineEdit edit = edit();
    return new Edit(path, create, !present, new Attributes(mode, owner, group), backup, validate)
        .plan(host, present ? edit::present : edit::absent);
  }

  private LineEdit edit() {
    String text = line.orElse("");
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    if (body.indexOf('\n') >= 0) {
      throw new PlanException("line holds several lines", "blockinfile puts several into a file");
    }
    Optional<PythonRegex> expression = regexp.map(regex -> regex(regex, "regexp"));
    return new LineEdit(
        FileContent.bytes(body),
        expression,
        searchString.map(FileContent::bytes),
        backrefs,
        firstmatch,
        Anchor.of(insertafter, insertbefore));
  }

  static PythonRegex regex(String text, String argument) {
    return PythonRegex.of(FileContent.bytes(text), 0, argument);
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc lineinfile shows what goes together");
    }
  }
}
