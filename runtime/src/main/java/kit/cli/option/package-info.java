/** Options that several words share, and what they mean. */
package kit.cli.option;
