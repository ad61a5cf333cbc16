/**
 * From a module's name to its record: arguments, binding, suggestions, documentation, and the javac
 * processor that registers modules. May use kit.model, kit.spi and java.*.
 */
package kit.catalog;
