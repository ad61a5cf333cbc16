package kit.spi;

/**
 * How a template is read, with Ansible's defaults.
 *
 * @param trimBlocks drop the first line end after a block
 * @param lstripBlocks drop blanks before a block at the start of its line
 * @param newline the line end to write
 */
public record TemplateStyle(boolean trimBlocks, boolean lstripBlocks, String newline) {
  public static final TemplateStyle ANSIBLE = new TemplateStyle(true, false, "\n");
}
