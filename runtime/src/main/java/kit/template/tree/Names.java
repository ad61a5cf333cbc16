package kit.template.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a template reads, gives values to or asks after, noted while it is read. Where a
 * name is given or asked after does not count: who looks for mistakes must not find false ones.
 */
public final class Names {
  private final List<Name> read = new ArrayList<>();
  private final Set<String> own = new HashSet<>();
  private final List<Other> others = new ArrayList<>(0);
  private boolean open;

  /**
   * Another template that one names.
   *
   * @param name as written
   * @param needed whether it must be there
   * @param line where it is named
   * @param column where in the line; 0 if not known
   */
  public record Other(String name, boolean needed, int line, int column) {}

  /** Names that are read, each with its place. */
  public List<Name> read() {
    return read;
  }

  /** Names that have a value in the template, or need none: they are asked after, or defaulted. */
  public Set<String> own() {
    return own;
  }

  /** Other templates that are named. */
  public List<Other> others() {
    return others;
  }

  /** Whether it extends a template whose name is computed, so that nobody knows what is given. */
  public boolean open() {
    return open;
  }

  /** A name is read. */
  public void read(Name name) {
    read.add(name);
  }

  /** A name is given a value: by set, for, with, a macro, an import. */
  public void give(String name) {
    own.add(name);
  }

  /** How many names have been read. */
  public int mark() {
    return read.size();
  }

  /** What was read since a mark is asked after, or has a default. */
  public void guard(int mark) {
    for (Name name : read.subList(mark, read.size())) {
      own.add(name.name());
    }
  }

  /** Another template is named by an expression. */
  public void other(Expr name, boolean needed, boolean extended, int line, int column) {
    if (name instanceof Literal literal && literal.content() instanceof String text) {
      others.add(new Other(text, needed, line, column));
    } else if (name instanceof ListOf list) {
      for (Expr item : list.items()) {
        other(item, false, extended, line, column);
      }
    } else {
      open |= extended;
    }
  }
}
