/**
 * The contract of modules: records whose pure {@code plan} compares what is with what should be.
 * May use java.* only; nothing here executes anything.
 */
package kit.spi;
