/** Network and firewall. May use kit.spi, kit.query and java.* only. */
package kit.modules.network;
