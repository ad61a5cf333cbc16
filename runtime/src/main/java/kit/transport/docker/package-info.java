/** Commands in containers, by docker's client. */
package kit.transport.docker;
