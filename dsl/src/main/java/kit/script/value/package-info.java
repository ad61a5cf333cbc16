/**
 * What variables, facts and results are to a playbook: strict, read-only, and secret where they
 * were.
 */
package kit.script.value;
