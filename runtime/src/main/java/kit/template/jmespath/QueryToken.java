package kit.template.jmespath;

/**
 * A piece of a query.
 *
 * @param kind {@code name}, {@code quoted}, {@code literal}, {@code number}, {@code end} or the
 *     sign
 * @param value the name, or the value of a literal or number
 */
record QueryToken(String kind, Object value) {}
