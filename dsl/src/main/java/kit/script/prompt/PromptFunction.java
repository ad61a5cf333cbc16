package kit.script.prompt;

import java.util.Set;

/**
 * A function that was typed in an interactive session.
 *
 * @param name what it is called
 * @param key tells it from functions of the same name that take other arguments
 * @param text its source
 * @param words the words and functions that it calls
 */
public record PromptFunction(String name, String key, String text, Set<String> words) {}
