/** Groovy files that are no playbooks: inventories, variables and filters. */
package kit.script.data;
