package kit.modules.source;

import java.util.Optional;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Mode;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Mode, owner and group that files shall have; what is not given stays as it is.
 *
 * @param mode permission bits
 * @param owner user name or number
 * @param group group name or number
 */
record Permissions(Optional<Mode> mode, Optional<String> owner, Optional<String> group) {

  Permissions {
    if (owner.isPresent() && owner.get().indexOf(':') >= 0) {
      throw new PlanException(
          "owner '" + owner.get() + "' is no user name", "give the group as group: '...'");
    }
    if (mode.isPresent() && mode.get().preserved()) {
      throw new PlanException("mode 'preserve' is for files that are copied", "leave mode out");
    }
  }

  boolean none() {
    return mode.isEmpty() && owner.isEmpty() && group.isEmpty();
  }

  /** Whether something that is there has them. */
  boolean held(PathStat there) {
    boolean link = there.type() == Type.LINK;
    return (link || bits(there) == there.mode())
        && owner.map(name -> names(name, there.owner(), there.uid())).orElse(true)
        && group.map(name -> names(name, there.group(), there.gid())).orElse(true);
  }

  /** The permission bits that something will have. */
  int bits(PathStat there) {
    boolean directory = there.type() == Type.DIRECTORY;
    return mode.map(wanted -> wanted.bits(there.mode(), directory)).orElse(there.mode());
  }

  private static boolean names(String wanted, String name, long id) {
    return wanted.equals(name) || wanted.equals(Long.toString(id));
  }

  /**
   * The commands that give them to one thing.
   *
   * @param operand its path as a shell reads it
   * @param bits the permission bits
   */
  String script(String operand, int bits) {
    StringBuilder script = new StringBuilder();
    owner.ifPresent(name -> script.append("chown -- " + Sh.quote(name) + " " + operand + ENDS));
    group.ifPresent(name -> script.append("chgrp -- " + Sh.quote(name) + " " + operand + ENDS));
    // five digits, because with four GNU's chmod keeps setuid and setgid of directories
    script.append("chmod 0").append(octal(bits)).append(' ').append(operand).append(ENDS);
    return script.toString();
  }

  private static final String ENDS = " || exit\n";

  /** Four digits, as people write modes. */
  static String octal(int bits) {
    String digits = Integer.toOctalString(bits);
    return "0000".substring(Math.min(4, digits.length())) + digits;
  }

  /** One line for each, as it is. */
  static String shown(PathStat there) {
    return "mode "
        + octal(there.mode())
        + "\nowner "
        + there.owner()
        + "\ngroup "
        + there.group()
        + "\n";
  }

  /** The same with what is wanted in its place. */
  String wanted(PathStat there) {
    return "mode "
        + octal(bits(there))
        + "\nowner "
        + owner.orElse(there.owner())
        + "\ngroup "
        + group.orElse(there.group())
        + "\n";
  }
}
