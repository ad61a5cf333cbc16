/**
 * What the engine needs of a project: its hosts, variables, templates and files. Joins
 * kit.inventory, kit.vars and kit.template; knows no transport and no terminal.
 */
package kit.project;
