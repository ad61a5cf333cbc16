/**
 * Containers, images, networks and volumes of Docker, and Compose, through their clients on the
 * host.
 */
package kit.modules.docker;
