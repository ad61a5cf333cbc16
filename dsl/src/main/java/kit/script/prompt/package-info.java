/** What is typed in a session: taken apart, compiled, and the objects that only it knows. */
package kit.script.prompt;
