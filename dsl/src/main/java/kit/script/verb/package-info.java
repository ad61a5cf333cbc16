/** The words of playbooks: a small class for each, listed in one place. */
package kit.script.verb;
