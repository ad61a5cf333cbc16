package kit.transport;

import java.util.List;
import java.util.Locale;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Decides whether a block of ssh's configuration is about a host. For one pass over the files. */
final class SshCriteria {

  /**
   * Whether a block holds.
   *
   * @param holds whether it does
   * @param doubt the line that could not be decided; null if it could
   */
  record Verdict(boolean holds, Location doubt) {

    static final Verdict YES = new Verdict(true, null);
    static final Verdict NO = new Verdict(false, null);

    Verdict and(Verdict inner) {
      return holds ? inner : inner.holds || inner.doubt != null ? this : NO;
    }
  }

  private final String host;
  private final String localUser;
  private final SshOptions options;
  private final boolean lastPass;
  private boolean wantsFinalPass;

  /**
   * @param host the host's name as given
   * @param options what was found so far: it grows while blocks are asked about
   * @param lastPass whether this is the second and last time
   */
  SshCriteria(String host, String localUser, SshOptions options, boolean lastPass) {
    this.host = host;
    this.localUser = localUser;
    this.options = options;
    this.lastPass = lastPass;
  }

  /** Whether a block is there that wants to be asked again when all else is known. */
  boolean wantsFinalPass() {
    return wantsFinalPass;
  }

  Verdict test(SshLine.Opens block) {
    if (!block.match()) {
      return NamePatterns.match(block.words(), host) ? Verdict.YES : Verdict.NO;
    }
    List<String> words = block.words();
    boolean holds = true;
    Location doubt = null;
    int others = 0; // criteria before this one, "final" and "canonical" not counted
    for (int i = 0; i < words.size(); i++) {
      boolean negated = words.get(i).startsWith("!");
      String criterion = words.get(i).substring(negated ? 1 : 0).toLowerCase(Locale.ROOT);
      switch (criterion) {
        case "all" -> {
          if (others > 0 || i + 1 < words.size()) {
            throw bad(block, "'all' goes with no other criterion", "");
          }
          holds &= !negated;
        }
        case "final", "canonical" -> {
          wantsFinalPass |= criterion.equals("final");
          holds &= lastPass != negated;
        }
        default -> {
          others++;
          if (++i == words.size()) {
            throw bad(block, criterion + " has no value", "");
          }
          if (criterion.equals("exec")) {
            doubt = block.where();
          } else {
            holds &= one(block, criterion, words.get(i)) != negated;
          }
        }
      }
    }
    return !holds ? Verdict.NO : doubt == null ? Verdict.YES : new Verdict(false, doubt);
  }

  private boolean one(SshLine.Opens block, String criterion, String value) {
    List<String> patterns = List.of(value.split(","));
    return switch (criterion) {
      case "host" ->
          NamePatterns.match(
              List.of(value.toLowerCase(Locale.ROOT).split(",")),
              target().toLowerCase(Locale.ROOT));
      case "originalhost" ->
          NamePatterns.match(
              List.of(value.toLowerCase(Locale.ROOT).split(",")), host.toLowerCase(Locale.ROOT));
      case "user" -> NamePatterns.match(patterns, options.first("user").orElse(localUser));
      case "localuser" -> NamePatterns.match(patterns, localUser);
      default ->
          throw bad(
              block,
              "kit does not know the criterion '" + criterion + "'",
              "known are host, originalhost, user, localuser, final, canonical and all");
    };
  }

  private String target() {
    return SshWords.tokens(
        options.where("hostname"), options.first("hostname").orElse(host), "h", host);
  }

  /** What is said about a block whose command would have to be run. */
  static KitException undecided(Location where) {
    return new KitException(
        new Problem(
            where,
            "kit runs no command to read ssh's configuration (Match exec)",
            "use Match host or Host, or set this in the inventory"));
  }

  private static KitException bad(SshLine.Opens block, String message, String hint) {
    return new KitException(new Problem(block.where(), message, hint));
  }
}
