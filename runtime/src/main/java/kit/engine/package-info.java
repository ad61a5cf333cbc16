/**
 * Carries out plays: queues calls, plans them, asks once, applies what differs, tells listeners.
 * May use kit.model, kit.spi, kit.target, kit.vars and java.*; never a transport, a terminal or
 * Groovy.
 */
package kit.engine;
