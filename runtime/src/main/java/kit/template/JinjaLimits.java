package kit.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import kit.model.Location;

/** Refuses what jinjava would leave out without a word. */
final class JinjaLimits {

  private JinjaLimits() {}

  static void check(Node node, JinjavaInterpreter interpreter) {
    if (!(node instanceof TagNode tag) || !tag.getName().equals("for")) {
      return;
    }
    Location at = JinjaContext.of(interpreter).at(tag.getLineNumber());
    if (tag.getHelpers().contains(" if ")) {
      throw Templates.problem(
          at, "a condition on a for loop is not supported", "put {% if %} inside of the loop");
    }
    for (Node child : tag.getChildren()) {
      if (child instanceof TagNode inner && inner.getName().equals("else")) {
        throw Templates.problem(
            at, "else on a for loop is not supported", "put {% if not list %} behind the loop");
      }
    }
  }
}
