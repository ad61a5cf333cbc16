package kit.script.prompt;

import java.util.List;

/**
 * What was typed, taken apart.
 *
 * @param functions those that it defines
 * @param statements what is to be done, in its order
 */
public record PromptInput(List<PromptFunction> functions, List<PromptStatement> statements) {}
