/**
 * Text to values: YAML, JSON and Python literals, each top-level name with the place it came from.
 * The only package that imports SnakeYAML.
 */
package kit.data;
