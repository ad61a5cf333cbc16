/** Sources of hosts outside kit. Each in its own package; heavy SDKs live only here. */
package kit.inventories;
