/**
 * Everything that can be found wrong before a host is contacted: in the playbook, its templates,
 * files and variables, and in what was said on the command line.
 */
package kit.preflight;
