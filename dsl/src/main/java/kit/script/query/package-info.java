/** Expressions over one host that stand in no playbook. */
package kit.script.query;
