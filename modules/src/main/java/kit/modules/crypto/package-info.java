/** Keys and certificates. May use kit.spi, kit.query and java.* only. */
package kit.modules.crypto;
