/**
 * Renders Jinja2 templates as Ansible does. {@code syntax} reads them, {@code tree} runs them,
 * {@code python} holds the values and operators, {@code filters} and {@code lookups} what templates
 * call. Knows the variables through {@link kit.vars.Scope} only; touches no host.
 */
package kit.template;
