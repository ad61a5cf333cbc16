/** Users and groups, and the questions about them. May use kit.spi, kit.query and java.* only. */
package kit.modules.accounts;
