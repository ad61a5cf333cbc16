package kit.template.jmespath;

/** A part of a query. */
interface Node {

  Object in(Object value);
}
