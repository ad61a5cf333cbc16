package kit.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.query.FileContent;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Keeps options of a file with sections, such as {@code [main]} and {@code key = value}.
 *
 * <p>As in Ansible: a section that is missing is added at the end; an option that is there only as
 * a comment takes the comment's place, another new one stands behind the section's last line. The
 * name of a section begins its line. The rest of the file stays byte for byte. Files over 1 MiB are
 * refused.
 *
 * <pre>{@code
 * iniFile path: '/etc/app.ini', section: 'server', option: 'port', value: 8080
 * iniFile path: '/etc/app.ini', section: 'server', option: 'host', values: ['a', 'b']
 * iniFile path: '/etc/app.ini', section: 'old', state: 'absent'
 * }</pre>
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x})
 * @param section name of the section; without it, the lines before the first one
 * @param option name of the option; without it the section as a whole
 * @param value its value; several with {@code values}
 * @param values its values, each in a line of its own
 * @param state present (by default) or absent
 * @param exclusive whether other values of the option go; on by default
 * @param allowNoValue whether an option may stand without a value and an equals sign; off by
 *     default
 * @param noExtraSpaces whether there are no blanks around the equals sign; off by default
 * @param create whether a missing file is made, with its directories; on by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param mode permissions, {@code '0644'} or {@code 'u=rw,go=r'}; unchanged by default, 0644 for a
 *     new file
 * @param owner user name or number; unchanged by default
 * @param group group name or number; unchanged by default
 */
@FileRights
@Lacks(
    value = {"ignoreSpaces", "modifyInactiveOption", "sectionHasValues"},
    instead = "an option is compared by its line, and may take the place of a comment")
@Lacks(value = "follow", instead = "a link is written through always")
public record IniFile(
    @Alias("dest") String path,
    Optional<String> section,
    Optional<String> option,
    Optional<String> value,
    List<String> values,
    @Default("present") Presence state,
    @Default("true") boolean exclusive,
    @Default("false") boolean allowNoValue,
    @Default("false") boolean noExtraSpaces,
    @Default("true") boolean create,
    @Default("false") boolean backup,
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
    refuse(value.isPresent() && !values.isEmpty(), "both value and values are given");
    boolean present = state == Presence.PRESENT;
    List<String> wanted = new ArrayList<>();
    value.ifPresent(text -> wanted.add(FileContent.bytes(text)));
    values.forEach(text -> wanted.add(FileContent.bytes(text)));
    refuse(
        present && option.isPresent() && wanted.isEmpty() && !allowNoValue,
        "option " + option.orElse("") + " has no value");
    refuse(option.isEmpty() && !wanted.isEmpty(), "a value is given but no option");
    refuse(option.isEmpty() && section.isEmpty(), "neither section nor option is given");
    for (String text : wanted) {
      refuse(text.indexOf('\n') >= 0, "a value has several lines");
    }
    for (String text : List.of(section.orElse(""), option.orElse(""))) {
      refuse(text.indexOf('\n') >= 0, "the name of a section or option has several lines");
    }
    refuse(section.orElse("").indexOf(']') >= 0, "a section's name cannot hold ']'");
    IniEdit edit =
        new IniEdit(
            section.map(FileContent::bytes).orElse(""),
            option.map(FileContent::bytes).orElse(""),
            List.copyOf(wanted),
            exclusive,
            noExtraSpaces ? "=" : " = ");
    Attributes attributes = new Attributes(mode, owner, group);
    return new Edit(path, create, !present, attributes, backup, Optional.empty())
        .plan(host, present ? edit::present : edit::absent);
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc iniFile shows what goes together");
    }
  }
}
