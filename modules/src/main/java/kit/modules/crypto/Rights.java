package kit.modules.crypto;

import java.util.Optional;
import kit.query.PathStat;
import kit.spi.Mode;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Mode, owner and group that a file shall have; what is not given stays as it is.
 *
 * @param mode permission bits
 * @param owner user name or number
 * @param group group name or number
 */
record Rights(Optional<Mode> mode, Optional<String> owner, Optional<String> group) {

  Rights {
    if (owner.isPresent() && owner.get().indexOf(':') >= 0) {
      throw new PlanException(
          "owner '" + owner.get() + "' is no user name", "give the group as group: '...'");
    }
    if (mode.isPresent() && mode.get().preserved()) {
      throw new PlanException("mode 'preserve' is for files that are copied", "leave mode out");
    }
  }

  /** Whether a file that is there has them. */
  boolean held(PathStat there) {
    return bits(there) == there.mode()
        && owner.map(name -> names(name, there.owner(), there.uid())).orElse(true)
        && group.map(name -> names(name, there.group(), there.gid())).orElse(true);
  }

  int bits(PathStat there) {
    return mode.map(wanted -> wanted.bits(there.mode(), false)).orElse(there.mode());
  }

  private static boolean names(String wanted, String name, long id) {
    return wanted.equals(name) || wanted.equals(Long.toString(id));
  }

  /** The file with them. */
  PathStat applied(PathStat there) {
    PathStat with = there.withMode(bits(there));
    with = owner.isPresent() ? with.withOwner(owner.get(), -1) : with;
    return group.isPresent() ? with.withGroup(group.get(), -1) : with;
  }

  /**
   * The commands that give them.
   *
   * @param operand the file as a shell reads it
   */
  String script(String operand, int bits) {
    StringBuilder script = new StringBuilder();
    owner.ifPresent(name -> script.append("chown -- " + Sh.quote(name) + " " + operand + ENDS));
    group.ifPresent(name -> script.append("chgrp -- " + Sh.quote(name) + " " + operand + ENDS));
    script.append("chmod 0").append(Integer.toOctalString(bits)).append(' ').append(operand);
    return script.append(ENDS).toString();
  }

  private static final String ENDS = " || exit\n";

  /** A line for each, as people write them. */
  static String text(PathStat there) {
    String digits = Integer.toOctalString(there.mode());
    String octal = "0000".substring(Math.min(4, digits.length())) + digits;
    return "mode " + octal + "\nowner " + there.owner() + "\ngroup " + there.group() + "\n";
  }
}
