/** Reads templates into the nodes of {@code kit.template.tree}. */
package kit.template.syntax;
