package kit.data;

/**
 * Text that is never rendered ({@code !unsafe}).
 *
 * @param text the text
 */
public record Verbatim(String text) {}
