/** Odds and ends of a host: scheduled jobs, facts. May use kit.spi, kit.query and java.* only. */
package kit.modules.system;
