package kit.model;

/**
 * A place in a source file.
 *
 * @param file the file as the user named it, for example {@code site.groovy}
 * @param line the line, counted from 1; 0 when only the file is known
 * @param column the column, counted from 1; 0 when only the line is known
 */
public record Location(String file, int line, int column) {

  /** Something that has no place in a file, for example the command line. */
  public static final Location NONE = new Location("", 0, 0);

  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
