/**
 * Files, directories and links: what they are, what they hold, whose they are. May use kit.spi,
 * kit.query and java.*; never java.nio.file.Files, since all files here are the host's.
 */
package kit.modules.files;
