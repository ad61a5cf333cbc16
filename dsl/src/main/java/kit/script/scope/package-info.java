/**
 * What stands behind the names of a script: the reading of its plays, and one host for its bodies.
 */
package kit.script.scope;
