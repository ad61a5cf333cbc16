package kit.modules.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.query.FileContent;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Replaces every match of a regular expression in a file.
 *
 * <pre>{@code
 * replace path: '/etc/apt/sources.list', regexp: 'http://', replace: 'https://'
 * }</pre>
 *
 * <p>Only in a part of the file, and keeping a part of each match:
 *
 * <pre>{@code
 * replace path: '/etc/app.ini', after: '\\[db\\]', before: '\\[', regexp: '^(host *=).*',
 *     replace: '\\1 db2'
 * }</pre>
 *
 * <p>Regular expressions are Python's and work on bytes; {@code ^} and {@code $} stand at the begin
 * and end of each line. Files over 1 MiB are refused.
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x}); a missing file is
 *     an error
 * @param regexp regular expression of what to replace
 * @param replace what to put there, with {@code \1} or {@code \g<name>} for groups; nothing by
 *     default, so that matches are removed
 * @param after regular expression after which replacing begins; the begin of the file by default
 * @param before regular expression before which replacing ends; the end of the file by default; if
 *     {@code after} and {@code before} match nowhere the file stays as it is
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param validate command that must succeed before the file is replaced; {@code %s} in it becomes
 *     the path of the new file, and without {@code %s} it is an error; none by default
 * @param mode permissions, {@code '0644'} or {@code 'u=rw,go=r'}; unchanged by default
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 */
@FileRights
@Lacks(value = "encoding", instead = "a file keeps its bytes; expressions see UTF-8")
public record Replace(
    @Alias({"dest", "destfile", "name"}) String path,
    String regexp,
    @Default("") String replace,
    Optional<String> after,
    Optional<String> before,
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
    PythonRegex expression = PythonRegex.of(FileContent.bytes(regexp), Pattern.MULTILINE, "regexp");
    Optional<PythonRegex> section = section();
    return new Edit(path, false, false, new Attributes(mode, owner, group), backup, validate)
        .plan(host, content -> edited(content, expression, section));
  }

  private Optional<PythonRegex> section() {
    if (after.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    String inside =
        before.isPresent() && after.isPresent() ? "(?P<subsection>.*?)" : "(?P<subsection>.*)";
    String text = after.orElse("") + inside + before.orElse("");
    return Optional.of(PythonRegex.of(FileContent.bytes(text), Pattern.DOTALL, "after and before"));
  }

  private Optional<String> edited(
      String content, PythonRegex expression, Optional<PythonRegex> section) {
    int from = 0;
    int to = content.length();
    if (section.isPresent()) {
      Matcher match = section.get().matcher(content);
      if (!match.find()) {
        return Optional.empty();
      }
      int group = section.get().number("subsection");
      from = match.start(group);
      to = match.end(group);
    }
    String part = content.substring(from, to);
    String text = FileContent.bytes(replace);
    Matcher match = expression.matcher(part);
    StringBuilder replaced = new StringBuilder();
    int end = 0;
    while (match.find()) {
      replaced.append(part, end, match.start()).append(expression.expand(text, match));
      end = match.end();
    }
    replaced.append(part, end, part.length());
    return Optional.of(content.substring(0, from) + replaced + content.substring(to));
  }
}
