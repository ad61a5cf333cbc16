/**
 * Commands of the user's own, and modules that only speak: shell, command, debug, ensure, fail. May
 * use kit.spi, kit.query and java.* only.
 */
package kit.modules.commands;
