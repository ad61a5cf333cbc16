/** What a template is made of; each node runs itself. */
package kit.template.tree;
