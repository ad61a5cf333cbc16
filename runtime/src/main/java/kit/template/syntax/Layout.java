package kit.template.syntax;

/**
 * The signs of a template and what happens to the blanks around them.
 *
 * @param blockStart begins a statement
 * @param blockEnd ends it
 * @param variableStart begins an expression that is printed
 * @param variableEnd ends it
 * @param commentStart begins a comment
 * @param commentEnd ends it
 * @param trimBlocks drop the first line end after a block
 * @param lstripBlocks drop blanks before a block at the start of its line
 * @param keepTrailingNewline keep the line end at the end of a template
 * @param newline the line end to write
 * @param rawStrings whether backslashes in printed expressions stand for themselves, as in values
 */
public record Layout(
    String blockStart,
    String blockEnd,
    String variableStart,
    String variableEnd,
    String commentStart,
    String commentEnd,
    boolean trimBlocks,
    boolean lstripBlocks,
    boolean keepTrailingNewline,
    String newline,
    boolean rawStrings) {

  /** How values are read: on one line or many, with blocks trimmed. */
  public static final Layout VALUE =
      new Layout("{%", "%}", "{{", "}}", "{#", "#}", true, false, false, "\n", true);

  /** Jinja's signs. */
  public static Layout of(boolean trimBlocks, boolean lstripBlocks) {
    return new Layout(
        "{%", "%}", "{{", "}}", "{#", "#}", trimBlocks, lstripBlocks, false, "\n", false);
  }

  /** Whether the other one says the same. */
  public boolean isAs(Layout other) {
    return this == other
        || trimBlocks == other.trimBlocks
            && lstripBlocks == other.lstripBlocks
            && keepTrailingNewline == other.keepTrailingNewline
            && rawStrings == other.rawStrings
            && blockStart.equals(other.blockStart)
            && blockEnd.equals(other.blockEnd)
            && variableStart.equals(other.variableStart)
            && variableEnd.equals(other.variableEnd)
            && commentStart.equals(other.commentStart)
            && commentEnd.equals(other.commentEnd)
            && newline.equals(other.newline);
  }
}
