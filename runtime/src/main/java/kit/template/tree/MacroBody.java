package kit.template.tree;

/**
 * What a macro is made of.
 *
 * @param name its name
 * @param parameters the names of its parameters
 * @param defaults their defaults, which belong to the last ones
 * @param body what it prints
 * @param takesRest whether it uses {@code varargs}
 * @param takesNamed whether it uses {@code kwargs}
 * @param takesCaller whether it uses {@code caller}
 */
public record MacroBody(
    String name,
    String[] parameters,
    Expr[] defaults,
    Stmt[] body,
    boolean takesRest,
    boolean takesNamed,
    boolean takesCaller) {}
