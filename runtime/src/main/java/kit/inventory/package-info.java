/**
 * Which hosts and groups there are: reads INI, YAML, Groovy and host lists, and answers host
 * patterns. May use kit.model, kit.data and kit.script; knows nothing of plays or connections.
 */
package kit.inventory;
