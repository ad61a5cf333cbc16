package kit.modules.files;

import java.util.Optional;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Mode;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Mode, owner and group that a file shall have; what is not given stays as it is.
 *
 * @param mode permission bits
 * @param owner user name or number
 * @param group group name or number
 */
record Attributes(Optional<Mode> mode, Optional<String> owner, Optional<String> group) {

  static final Attributes NONE =
      new Attributes(Optional.empty(), Optional.empty(), Optional.empty());

  Attributes {
    // chown would read it as user and group
    if (owner.isPresent() && owner.get().indexOf(':') >= 0) {
      throw new PlanException(
          "owner '" + owner.get() + "' is no user name", "give the group as group: '...'");
    }
  }

  boolean none() {
    return mode.isEmpty() && owner.isEmpty() && group.isEmpty();
  }

  /** The same with the mode of the file that is copied, where that is asked for. */
  Attributes preserving(int bits) {
    return mode.isPresent() && mode.get().preserved()
        ? new Attributes(Optional.of(new Mode(Integer.toOctalString(bits))), owner, group)
        : this;
  }

  /** How something that is there will be. */
  PathStat applied(PathStat before) {
    PathStat after = before;
    if (owner.isPresent() && !names(owner.get(), before.owner(), before.uid())) {
      after = after.withOwner(owner.get(), number(owner.get()));
    }
    if (group.isPresent() && !names(group.get(), before.group(), before.gid())) {
      after = after.withGroup(group.get(), number(group.get()));
    }
    if (mode.isPresent() && before.type() != Type.LINK) {
      boolean directory = before.type() == Type.DIRECTORY;
      after = after.withMode(mode.get().bits(before.mode(), directory));
    }
    return after;
  }

  /** Changes nothing but these, on what is there. */
  Plan plan(String path, PathStat before, String key) {
    PathStat after = applied(before);
    Settled settled = new Settled(path, after);
    if (after == before) { // nothing was put over it
      return Plan.unchanged(path + " is as it should be", settled.values(key));
    }
    Difference difference = Difference.of(before, after);
    return settled.on(
        Plan.change("set " + difference.summary() + " of " + path)
            .diff(difference.diff(path))
            .run(script(Sh.path(path), before, after)),
        key);
  }

  /**
   * The commands that lead from one to the other.
   *
   * @param operand the path as a shell reads it
   */
  String script(String operand, PathStat before, PathStat after) {
    boolean user = !after.owner().equals(before.owner());
    boolean team = !after.group().equals(before.group());
    // the kernel takes setuid and setgid away when the owner changes
    boolean bits = mode.isPresent() && (user || team || after.mode() != before.mode());
    return script(operand, user, team, bits, after);
  }

  /**
   * The commands for something new, of which nothing is taken for granted.
   *
   * @param operands the paths as a shell reads them
   */
  String script(String operands, PathStat after) {
    return script(operands, owner.isPresent(), group.isPresent(), mode.isPresent(), after);
  }

  private String script(String operands, boolean user, boolean team, boolean bits, PathStat after) {
    String link = after.type() == Type.LINK ? "-h " : "";
    StringBuilder script = new StringBuilder();
    if (user) {
      String who = after.owner() + (team ? ":" + after.group() : "");
      script.append("chown ").append(link).append("-- ").append(Sh.quote(who));
    } else if (team) {
      script.append("chgrp ").append(link).append("-- ").append(Sh.quote(after.group()));
    }
    script.append(script.isEmpty() ? "" : " " + operands);
    if (bits && link.isEmpty()) {
      script.append(script.isEmpty() ? "chmod " : " && chmod ");
      script.append(exact(after.mode())).append(' ').append(operands);
    }
    return script.isEmpty() ? "" : script.append('\n').toString();
  }

  /** Five digits, because with four GNU's chmod keeps setuid and setgid of directories. */
  static String exact(int bits) {
    return "0" + octal(bits);
  }

  /** Four digits, as people write modes. */
  static String octal(int bits) {
    String digits = Integer.toOctalString(bits);
    return "0000".substring(Math.min(4, digits.length())) + digits;
  }

  private static boolean names(String wanted, String name, long id) {
    return wanted.equals(name) || wanted.equals(Long.toString(id));
  }

  private static long number(String name) {
    try {
      return Long.parseLong(name);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
