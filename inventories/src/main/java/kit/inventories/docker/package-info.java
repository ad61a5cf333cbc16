/** Containers of a Docker engine. */
package kit.inventories.docker;
