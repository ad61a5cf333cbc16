/** From the text of a script to its classes and its index; the rules that the text itself shows. */
package kit.script.compiler;
