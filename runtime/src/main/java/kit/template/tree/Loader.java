package kit.template.tree;

/** Finds the templates that others name. */
public interface Loader {

  /** The template; null if there is none so called. */
  Template load(String name, Template from);
}
