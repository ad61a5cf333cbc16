/**
 * Which value a name has for a host: every source of variables, their precedence and where each
 * value was written. May use kit.model, kit.spi, kit.data, kit.inventory and kit.vault.
 */
package kit.vars;
