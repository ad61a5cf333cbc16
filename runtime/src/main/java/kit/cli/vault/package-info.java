/** {@code kit vault}: a class for each of its words, over one desk that reads and writes files. */
package kit.cli.vault;
