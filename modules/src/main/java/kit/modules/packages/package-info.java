/** Packages of the operating system. May use kit.spi, kit.query and java.* only. */
package kit.modules.packages;
