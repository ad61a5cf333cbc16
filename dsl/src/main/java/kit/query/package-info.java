/**
 * Questions that several modules share: what is at a path, what a file holds, who has an account.
 * May use kit.spi and java.* only.
 */
package kit.query;
