/**
 * The playbook language: playbooks as a whole, loaded and checked. It and the packages below it are
 * the only ones that import groovy.*.
 */
package kit.script;
