/** Hosts that Vagrant has made. */
package kit.inventories.vagrant;
