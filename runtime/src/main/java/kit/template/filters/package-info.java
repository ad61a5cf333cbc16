/** Filters and tests: plain functions by name, each group loaded when first used. */
package kit.template.filters;
