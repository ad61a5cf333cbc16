/** What words, their places, calls, scopes and scripts are, and what a script says as a whole. */
package kit.script.language;
