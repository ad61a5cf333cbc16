/**
 * Ways to a host: which machine, which user, which keys, and a channel on it that runs a command.
 * May use kit.model, kit.target (for Unreachable) and java.*; kit.transport.ssh is the only room
 * that knows an SSH library.
 */
package kit.transport;
