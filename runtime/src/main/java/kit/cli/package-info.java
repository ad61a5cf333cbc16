/**
 * The command line: a class for each word, and what puts the parts of kit together. May use
 * everything; it and its rooms are the only users of picocli. Nothing may use them.
 */
package kit.cli;
