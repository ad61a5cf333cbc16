/** The interactive session: the language of playbooks, typed line by line against live hosts. */
package kit.repl;
