package kit.template.tree;

import java.util.List;

/**
 * A template that has been read.
 *
 * @param file the file it comes from
 * @param line the line of the file that it begins at
 * @param body its statements
 * @param blocks its blocks, inner ones too
 * @param names the names in it
 * @param changes whether it calls methods that change lists or dicts
 */
public record Template(
    String file, int line, Stmt[] body, List<Block> blocks, Names names, boolean changes) {}
