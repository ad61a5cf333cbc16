package kit.model;

import kit.spi.Module;

/**
 * One module call as written in a body, with its arguments bound.
 *
 * @param name the module's name in the catalog
 * @param module the record that holds the arguments
 * @param options the options said on the call itself
 * @param location where the call stands
 */
public record Invocation(String name, Module module, Options options, Location location) {}
