/** Python's values, operators and methods, as far as templates see them. Knows no template. */
package kit.template.python;
