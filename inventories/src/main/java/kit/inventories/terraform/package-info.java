/** Hosts that Terraform has made. */
package kit.inventories.terraform;
