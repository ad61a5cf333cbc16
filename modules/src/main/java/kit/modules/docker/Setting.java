package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An argument of a container that can be read back: its values are compared, and what is not given
 * is kept when the container is made anew.
 *
 * @param name of the argument
 * @param option of {@code docker create} that takes one value; {@code --x=} where the value is part
 *     of the word
 * @param kind how values are compared
 * @param read values of a container, spelled as the option takes them; none for what is usual
 * @param usual values that come from the image
 */
record Setting(
    String name,
    String option,
    Kind kind,
    Function<Node, List<String>> read,
    Function<Node, List<String>> usual) {

  /** How values are compared. */
  enum Kind {
    /** One value, which the given one replaces. */
    ONE,
    /** Several in any order. */
    SET,
    /** Several in their order. */
    LIST,
    /** {@code name=value} each: what is given replaces what the image has under that name. */
    MAP,
    /** Whatever else is there does no harm. */
    PART
  }

  /** How strictly. */
  enum Comparison {
    STRICT,
    ALLOW_MORE_PRESENT,
    IGNORE
  }

  static Setting of(String name, String option, Kind kind, Function<Node, List<String>> read) {
    return new Setting(name, option, kind, read, image -> List.of());
  }

  /** The same with values that come from the image. */
  Setting image(Function<Node, List<String>> values) {
    return new Setting(name, option, kind, read, values);
  }

  /** What the container should have if these are given. */
  private List<String> expected(List<String> given, Node image) {
    List<String> usual = this.usual.apply(image);
    return switch (kind) {
      case ONE, LIST, PART -> given;
      case SET -> union(usual, given);
      case MAP -> {
        List<String> all = new ArrayList<>(given);
        for (String pair : usual) {
          boolean replaced = given.stream().anyMatch(each -> same(each).equals(same(pair)));
          if (!replaced) {
            all.add(pair);
          }
        }
        yield all;
      }
    };
  }

  /** Whether a container is as given. */
  boolean met(List<String> given, Node container, Node image, Comparison how) {
    List<String> has = read.apply(container);
    List<String> expected = expected(given, image);
    boolean part =
        how == Comparison.ALLOW_MORE_PRESENT
            || kind == Kind.PART
            || kind != Kind.ONE && !image.there();
    if (how == Comparison.IGNORE || part && kind != Kind.ONE) {
      return how == Comparison.IGNORE || has.containsAll(expected);
    }
    return kind == Kind.LIST || kind == Kind.ONE
        ? has.equals(expected)
        : Set.copyOf(has).equals(Set.copyOf(expected));
  }

  /** What the container has of its own, to be kept. */
  List<String> own(Node container, Node image) {
    List<String> own = new ArrayList<>(read.apply(container));
    own.removeAll(usual.apply(image));
    return own;
  }

  /** The words for docker create. */
  List<String> words(List<String> values) {
    List<String> words = new ArrayList<>();
    for (String value : values) {
      if (option.endsWith("=")) {
        words.add(option + value);
      } else {
        words.add(option);
        words.add(value);
      }
    }
    return words;
  }

  /** Tells what goes and what comes. */
  void tell(Lines lines, List<String> given, Node container, Node image) {
    List<String> has = read.apply(container);
    List<String> expected = expected(given, image);
    if (kind == Kind.ONE) {
      lines.add(name, String.join(" ", has), String.join(" ", expected));
      return;
    }
    if (kind != Kind.PART) {
      has.stream()
          .filter(each -> !expected.contains(each))
          .forEach(each -> lines.add(name, each, ""));
    }
    expected.stream()
        .filter(each -> !has.contains(each))
        .forEach(each -> lines.add(name, "", each));
  }

  private static String same(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  private static List<String> union(List<String> some, List<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
