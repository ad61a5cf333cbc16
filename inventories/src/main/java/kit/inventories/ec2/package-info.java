/** Hosts that are instances of Amazon EC2, or of something that speaks like it. */
package kit.inventories.ec2;
