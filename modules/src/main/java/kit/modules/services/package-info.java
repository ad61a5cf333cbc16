/** Services and what manages them. May use kit.spi, kit.query and java.* only. */
package kit.modules.services;
