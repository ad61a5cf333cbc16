package kit.template.tree;

import java.util.ArrayList;
import java.util.List;
import kit.template.python.Items;
import kit.template.python.Truth;

/**
 * {@code for target in items if test}.
 *
 * @param target what each item is given to
 * @param items the items
 * @param test which of them count; null for all
 * @param body what is done for each
 * @param otherwise what is done if there is none
 * @param recursive whether the loop may be called
 * @param line where it begins
 */
public record For(
    Target target,
    Expr items,
    Expr test,
    Stmt[] body,
    Stmt[] otherwise,
    boolean recursive,
    int line)
    implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    turns(Items.list(items.value(frame)), frame, 1, out);
  }

  void turns(List<?> given, Frame frame, int depth, Output out) {
    List<?> list = test == null ? given : chosen(given, frame);
    if (list.isEmpty()) {
      Stmt.all(otherwise, new Frame(frame), out);
      return;
    }
    Loop loop = new Loop(this, list, frame, depth);
    Render render = frame.render();
    while (loop.next()) {
      render.step();
      Frame inner = new Frame(frame);
      target.set(inner, loop.item());
      inner.set("loop", loop);
      Stmt.all(body, inner, out);
    }
  }

  private List<?> chosen(List<?> given, Frame frame) {
    List<Object> out = new ArrayList<>();
    for (Object item : given) {
      Frame inner = new Frame(frame);
      target.set(inner, item);
      if (Truth.of(test.value(inner))) {
        out.add(item);
      }
    }
    return out;
  }
}
