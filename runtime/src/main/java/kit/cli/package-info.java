/**
 * The command line: reads what the user says, puts the parts of kit together and ends the process.
 * May use everything; the only user of picocli. Nothing may use it.
 */
package kit.cli;
