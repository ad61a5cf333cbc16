package kit.modules.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether all that an archive holds stays below the directory that it is unpacked into. */
final class Containment {

  private Containment() {}

  /** What speaks against unpacking these; empty if nothing does. */
  static Optional<String> breach(List<Member> members) {
    Set<String> links = new HashSet<>();
    for (Member member : members) {
      if (member.type() == Member.Type.LINK) {
        links.add(member.place());
      }
    }
    for (Member member : members) {
      String problem = problem(member, links);
      if (!problem.isEmpty()) {
        return Optional.of("'" + shown(member.name()) + "' " + problem);
      }
    }
    return Optional.empty();
  }

  private static String problem(Member member, Set<String> links) {
    if (control(member.name())) {
      return "has a line end or another control character in its name";
    }
    if (escapes(member.name())) {
      return "leads out of dest";
    }
    if (through(member.place(), links)) {
      return "is below a link of the same archive";
    }
    return switch (member.type()) {
      case DEVICE -> "is a device or a FIFO";
      case HARD ->
          escapes(member.link()) || through(member.link(), links)
              ? "is another name of something outside"
              : "";
      case FILE, DIRECTORY, LINK -> "";
    };
  }

  private static boolean escapes(String name) {
    if (name.startsWith("/") || name.isEmpty()) {
      return true;
    }
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static boolean control(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean through(String place, Set<String> links) {
    for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
      if (links.contains(place.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private static String shown(String name) {
    StringBuilder text = new StringBuilder();
    for (char c : name.toCharArray()) {
      text.append(c < ' ' ? '?' : c);
    }
    return text.toString();
  }
}
