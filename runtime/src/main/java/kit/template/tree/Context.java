package kit.template.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Undefined;

/** One template at work, with those that it extends. */
final class Context {
  private final Render render;
  private final Variables variables;
  private final Map<String, List<Block>> blocks = new HashMap<>();
  private final Frame root;
  private Template parent;

  /** Begins a template. {@code around} is where it is included, null if it is not. */
  Context(Render render, Variables variables, Frame around) {
    this.render = render;
    this.variables = variables;
    this.root = new Frame(this, around);
  }

  Render render() {
    return render;
  }

  Variables variables() {
    return variables;
  }

  Frame root() {
    return root;
  }

  Object outside(String name) {
    if (name.equals("self")) {
      return new SelfReference(this);
    }
    return variables.get(name);
  }

  void run(Template template, Output out) {
    Template current = template;
    while (current != null) {
      for (Block block : current.blocks()) {
        blocks.computeIfAbsent(block.name(), key -> new ArrayList<>()).add(block);
      }
      parent = null;
      render.enter(current);
      Output silent = new Output();
      for (Stmt statement : current.body()) {
        if (parent == null || statement.declares()) {
          statement.run(root, parent == null ? out : silent);
        }
      }
      current = parent;
    }
  }

  void extend(Template base) {
    if (parent != null) {
      throw new kit.template.python.PythonError("extended multiple times");
    }
    parent = base;
  }

  boolean isExtended() {
    return parent != null;
  }

  /** The block that counts, {@code above} levels from the innermost; null if there is none. */
  Block block(String name, int above) {
    List<Block> all = blocks.get(name);
    return all == null || above >= all.size() ? null : all.get(above);
  }

  void runBlock(String name, int above, Frame frame, Output out) {
    Block block = block(name, above);
    Frame inner = new Frame(frame);
    Object base =
        block(name, above + 1) == null
            ? Undefined.of("there is no parent block called '" + name + "'")
            : new BlockReference(this, name, above + 1, frame);
    inner.set("super", base);
    if (block.required()) {
      throw new kit.template.python.PythonError("Required block '" + name + "' not found");
    }
    for (Stmt statement : block.body()) {
      statement.run(inner, out);
    }
  }
}
