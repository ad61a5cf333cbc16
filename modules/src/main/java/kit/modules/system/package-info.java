/**
 * The host as a whole: its facts, name and scheduled jobs, waiting for it, starting it anew. May
 * use kit.spi, kit.query and java.* only.
 */
package kit.modules.system;
