package kit.template.python;

/**
 * How YAML is laid out.
 *
 * @param indent blanks a level; 2 if it is not between 2 and 9
 * @param width the column after which lines are broken; negative for never
 * @param flow whether collections stand on one line; null for those without collections inside
 * @param sortKeys whether maps are sorted by key
 * @param explicitStart whether {@code ---} stands in front
 * @param explicitEnd whether {@code ...} stands behind
 */
public record YamlStyle(
    int indent,
    int width,
    Boolean flow,
    boolean sortKeys,
    boolean explicitStart,
    boolean explicitEnd) {

  public YamlStyle {
    indent = indent < 2 || indent > 9 ? 2 : indent;
    width = width < 0 ? Integer.MAX_VALUE : width <= indent * 2 ? 80 : width;
  }
}
