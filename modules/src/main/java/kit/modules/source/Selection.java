package kit.modules.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.PlanException;

/**
 * Which members are unpacked, and under which names.
 *
 * @param include names, directories or globs, one of which a member must match; none means all
 * @param exclude those that it must not match
 * @param strip how many leading directories are taken off the names
 */
record Selection(List<String> include, List<String> exclude, int strip) {

  Selection {
    if (!include.isEmpty() && !exclude.isEmpty()) {
      throw new PlanException("both include and exclude are given", "give one of them");
    }
  }

  /** What tar's options say about names; what cannot be followed is refused. */
  static Selection of(List<String> include, List<String> exclude, List<String> options) {
    int strip = 0;
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      if (option.startsWith("--strip-components=") || option.startsWith("--strip=")) {
        strip = number(option.substring(option.indexOf('=') + 1));
      } else if (option.equals("--strip-components") || option.equals("--strip")) {
        strip = number(i + 1 < options.size() ? options.get(i + 1) : "");
      } else if (elsewhere(option)) {
        throw new PlanException(
            "extraOpts has " + option + ", which puts files where kit does not look for them",
            "of what changes names only --strip-components is known");
      }
    }
    return new Selection(include, exclude, strip);
  }

  private static boolean elsewhere(String option) {
    for (String known :
        List.of(
            "--absolute-names", "--directory", "--transform", "--xform", "--one-top", "--to-")) {
      if (option.startsWith(known)) {
        return true;
      }
    }
    return List.of("-P", "-C", "-O", "-d", "-j").contains(option);
  }

  private static int number(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new PlanException("extraOpts: --strip-components takes a number", "");
    }
  }

  boolean partial() {
    return !include.isEmpty() || !exclude.isEmpty();
  }

  /** Those that are unpacked, under the names that they have in the archive. */
  List<Member> of(List<Member> members) {
    List<Member> selected = new ArrayList<>();
    for (Member member : members) {
      boolean wanted = include.isEmpty() || any(include, member.place());
      if (wanted && !any(exclude, member.place())) {
        selected.add(member);
      }
    }
    return selected;
  }

  /** A member that is another name of one that is left out; empty if there is none. */
  Optional<String> torn(List<Member> selected) {
    Set<String> places = new HashSet<>();
    for (Member member : selected) {
      places.add(member.place());
    }
    for (Member member : selected) {
      if (member.type() == Member.Type.HARD && !places.contains(Member.place(member.link()))) {
        return Optional.of(
            "'"
                + member.name()
                + "' is another name of '"
                + member.link()
                + "', which is left out");
      }
    }
    return Optional.empty();
  }

  /** The same under the names that they will have; those without one are left out. */
  List<Member> placed(List<Member> members) {
    List<Member> placed = new ArrayList<>();
    for (Member member : members) {
      String name = stripped(member.place());
      boolean hard = member.type() == Member.Type.HARD;
      String link = hard ? stripped(Member.place(member.link())) : member.link();
      if (!name.isEmpty()) {
        placed.add(member.named(name, link));
      }
    }
    return placed;
  }

  private String stripped(String place) {
    String rest = place;
    for (int i = 0; i < strip; i++) {
      int slash = rest.indexOf('/');
      rest = slash < 0 ? "" : rest.substring(slash + 1);
    }
    return rest;
  }

  private static boolean any(List<String> patterns, String place) {
    for (String pattern : patterns) {
      String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
      String whole = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
      // a directory stands for what is in it
      for (int end = place.length(); end > 0; end = place.lastIndexOf('/', end - 1)) {
        if (glob(whole, 0, place.substring(0, end), 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** With {@code *} and {@code ?}, which match slashes too, as tar reads them. */
  private static boolean glob(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    char c = pattern.charAt(p);
    if (c == '*') {
      for (int i = t; i <= text.length(); i++) {
        if (glob(pattern, p + 1, text, i)) {
          return true;
        }
      }
      return false;
    }
    return t < text.length()
        && (c == '?' || c == text.charAt(t))
        && glob(pattern, p + 1, text, t + 1);
  }
}
