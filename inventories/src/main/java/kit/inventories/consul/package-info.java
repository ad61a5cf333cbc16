/** Hosts out of Consul's catalog. */
package kit.inventories.consul;
