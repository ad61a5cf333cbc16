/**
 * The contract of inventory sources: records that ask an API, an engine or a catalog for hosts. May
 * use java.* only.
 */
package kit.spi.inventory;
