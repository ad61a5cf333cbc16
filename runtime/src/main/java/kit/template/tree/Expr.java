package kit.template.tree;

/** An expression of a template. */
public interface Expr {

  Object value(Frame frame);
}
