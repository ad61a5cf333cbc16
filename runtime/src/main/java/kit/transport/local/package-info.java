/** Commands on this machine. */
package kit.transport.local;
