/**
 * What the engine says to a host and what comes back: frames of steps and questions. The engine
 * speaks it, kit.shell carries it out. May use kit.spi and java.* only.
 */
package kit.target;
