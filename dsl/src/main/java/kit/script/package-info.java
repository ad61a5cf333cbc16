/** The playbook language. The only package that imports groovy.*. */
package kit.script;
