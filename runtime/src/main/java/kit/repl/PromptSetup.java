package kit.repl;

import java.nio.file.Path;
import kit.catalog.ModuleCatalog;
import kit.report.Sink;
import kit.report.Style;
import kit.script.PlaybookLoader;

/**
 * What a prompt in the middle of a run is made of.
 *
 * @param loader compiles what is typed
 * @param catalog the modules
 * @param out where it is told what happens
 * @param style the colours of it
 * @param history the file of what was typed
 */
public record PromptSetup(
    PlaybookLoader loader, ModuleCatalog catalog, Sink out, Style style, Path history) {}
