package kit.script.prompt;

import java.util.LinkedHashSet;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Finds the words that code calls. */
final class PromptWords extends CodeVisitorSupport {

  private final Set<String> words = new LinkedHashSet<>();

  private PromptWords() {}

  static Set<String> of(Statement code) {
    PromptWords found = new PromptWords();
    code.visit(found);
    return found.words;
  }

  @Override
  public void visitMethodCallExpression(MethodCallExpression call) {
    if (call.isImplicitThis()) {
      words.add(String.valueOf(call.getMethodAsString()));
    }
    super.visitMethodCallExpression(call);
  }
}
