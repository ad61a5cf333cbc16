/**
 * Asks the dynamic sources of inventories: binds their configuration, keeps their answers for a
 * while, and builds groups and variables of what they say.
 */
package kit.discovery;
