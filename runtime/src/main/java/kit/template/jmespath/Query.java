package kit.template.jmespath;

/** A query that has been read. */
public final class Query {
  private final Node root;

  private Query(Node root) {
    this.root = root;
  }

  public static Query of(String text) {
    return new Query(new QueryParser(new QueryLexer(text).tokens()).read());
  }

  /** What the query finds in a value. */
  public Object in(Object value) {
    return root.in(value);
  }
}
