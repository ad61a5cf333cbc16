/**
 * What every word of the command line stands on: where it reads and writes, what is set beforehand,
 * how options are declared, and what kit ends with. Knows no word and no run.
 */
package kit.cli.terminal;
