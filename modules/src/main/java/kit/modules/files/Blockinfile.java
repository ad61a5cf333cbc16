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
 * Keeps a block of lines in a file between two marker lines.
 *
 * <pre>{@code
 * blockinfile path: '/etc/hosts', block: '10.0.0.5 db1\n10.0.0.6 db2'
 * }</pre>
 *
 * <p>Several blocks in one file have markers of their own; a block that should go, goes with them:
 *
 * <pre>{@code
 * blockinfile path: '/etc/ssh/sshd_config', block: 'Match User deploy\n  PasswordAuthentication no',
 *     marker: '# {mark} deploy', validate: '/usr/sbin/sshd -t -f %s'
 * blockinfile path: '/etc/hosts', marker: '# {mark} old', state: 'absent'
 * }</pre>
 *
 * <p>Regular expressions are Python's and work on bytes. A file whose lines end in {@code \r\n}
 * keeps these ends. Files over 1 MiB are refused.
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x}); a missing file is
 *     an error unless {@code create} is on or the block should be absent
 * @param state {@code present} (by default) or {@code absent}
 * @param block the lines; without any the block is removed
 * @param marker the marker lines, in which {@code {mark}} becomes {@code markerBegin} or {@code
 *     markerEnd}; a marker without it cannot tell begin from end and is an error
 * @param markerBegin word of the first marker, {@code BEGIN} by default
 * @param markerEnd word of the last marker, {@code END} by default
 * @param insertafter regular expression of the line after which a new block goes, the last that
 *     matches, or {@code EOF}; the end of the file by default and if none matches
 * @param insertbefore likewise before, or {@code BOF}; not with {@code insertafter}
 * @param create whether a missing file is made, with its directories; off by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param validate command that must succeed before the file is replaced; {@code %s} in it becomes
 *     the path of the new file, and without {@code %s} it is an error; none by default
 * @param appendNewline whether an empty line follows the block; off by default
 * @param prependNewline whether an empty line stands before the block; off by default
 * @param mode permissions, {@code '0644'} or {@code 'u=rw,go=r'}; unchanged by default, 0644 for a
 *     new file
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 */
@FileRights
public record Blockinfile(
    @Alias({"dest", "destfile", "name"}) String path,
    @Default("present") Presence state,
    @Alias("content") @Default("") String block,
    @Default("# {mark} ANSIBLE MANAGED BLOCK") String marker,
    @Default("BEGIN") String markerBegin,
    @Default("END") String markerEnd,
    Optional<String> insertafter,
    Optional<String> insertbefore,
    @Default("false") boolean create,
    @Default("false") boolean backup,
    Optional<String> validate,
    @Default("false") boolean appendNewline,
    @Default("false") boolean prependNewline,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  private static final String MARK = "{mark}";

  @Override
  public String label() {
    return path;
  }

  @Override
  public Plan plan(Host host) {
    if (insertafter.isPresent() && insertbefore.isPresent()) {
      throw new PlanException("both insertafter and insertbefore are given", "give one of them");
    }
    String begin = FileContent.bytes(marker.replace(MARK, markerBegin));
    String end = FileContent.bytes(marker.replace(MARK, markerEnd));
    if (begin.equals(end) || marker.indexOf('\n') >= 0) {
      throw new PlanException(
          "marker '" + marker + "' does not tell the begin of a block from its end",
          "write {mark} in it, on one line");
    }
    boolean present = state == Presence.PRESENT;
    BlockEdit edit =
        new BlockEdit(
            begin,
            end,
            present ? FileContent.bytes(block) : "",
            Anchor.of(insertafter, insertbefore),
            present && prependNewline,
            present && appendNewline);
    return new Edit(path, create, !present, new Attributes(mode, owner, group), backup, validate)
        .plan(host, edit::edited);
  }
}
