/**
 * What comes from elsewhere: downloads, repositories, archives. May use kit.spi, kit.query and
 * java.* only.
 */
package kit.modules.source;
