/** Hosts chosen by expressions over what is known of them. */
package kit.selection;
