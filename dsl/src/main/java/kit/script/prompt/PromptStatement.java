package kit.script.prompt;

/**
 * One statement of what was typed. Code is the whole text with everything else blanked out, so that
 * lines and columns stay those of the user.
 *
 * @param assigned the name that its value gets; empty if none
 * @param code what gives the value
 * @param receiver what may choose the hosts, {@code web} of {@code web.apt(...)}; empty if nothing
 *     stands before it
 * @param rest the code without that
 * @param said the code without what is blank around it
 */
public record PromptStatement(
    String assigned, String code, String receiver, String rest, String said) {}
