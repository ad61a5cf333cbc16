package kit.data;

/**
 * A value that is put over the one that the next weaker place has, instead of hiding it: {@code
 * !merge} of a map, {@code !append} to a list.
 *
 * @param value a map or a list
 */
public record Overlay(Object value) {}
