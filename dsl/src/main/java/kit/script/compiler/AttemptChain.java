package kit.script.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kit.script.language.AttemptWords;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * {@code attempt { } rescue { } always { }} as Groovy parses it: calls on the results of calls, or
 * one statement after the other if there are line ends between them.
 *
 * @param first the call of the first word
 * @param body the block of attempt; null if it is not there
 * @param rescue the block of rescue; null if there is none
 * @param always the block of always; null if there is none
 * @param wrong what is wrong with it; empty if nothing
 */
record AttemptChain(
    MethodCallExpression first,
    ClosureExpression body,
    ClosureExpression rescue,
    ClosureExpression always,
    String wrong) {

  private static final List<String> WORDS =
      List.of(AttemptWords.ATTEMPT, AttemptWords.RESCUE, AttemptWords.ALWAYS);

  /** The chain that a call is the end of; null if it is none. */
  static AttemptChain of(MethodCallExpression call) {
    Deque<MethodCallExpression> links = links(call);
    if (links == null) {
      return null;
    }
    ClosureExpression[] blocks = new ClosureExpression[WORDS.size()];
    String wrong = "";
    int last = -1;
    for (MethodCallExpression link : links) {
      int word = WORDS.indexOf(link.getMethodAsString());
      boolean one =
          link.getArguments() instanceof ArgumentListExpression list
              && list.getExpressions().size() == 1
              && list.getExpression(0) instanceof ClosureExpression;
      if (!one) {
        wrong = link.getMethodAsString() + " wants a block and nothing else";
      } else if (word <= last) {
        wrong = "there is one attempt, one rescue, one always, in this order";
      } else {
        blocks[word] =
            (ClosureExpression) ((ArgumentListExpression) link.getArguments()).getExpression(0);
      }
      last = Math.max(last, word);
    }
    if (wrong.isEmpty() && blocks[0] == null) {
      wrong = "'" + links.getFirst().getMethodAsString() + "' belongs behind an attempt";
    } else if (wrong.isEmpty() && links.size() == 1) {
      wrong = "attempt alone rescues nothing";
    }
    return new AttemptChain(links.getFirst(), blocks[0], blocks[1], blocks[2], wrong);
  }

  /** Joins what Groovy took for statements of their own. */
  static void join(List<Statement> statements) {
    List<Statement> joined = new ArrayList<>();
    for (Statement statement : statements) {
      MethodCallExpression first = first(statement);
      boolean later = first != null && !AttemptWords.ATTEMPT.equals(first.getMethodAsString());
      Statement before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (later && before != null && first(before) != null) {
        first.setObjectExpression(((ExpressionStatement) before).getExpression());
        first.setImplicitThis(false);
        joined.remove(joined.size() - 1);
      }
      joined.add(statement);
    }
    if (joined.size() < statements.size()) {
      statements.clear();
      statements.addAll(joined);
    }
  }

  private static MethodCallExpression first(Statement statement) {
    if (statement instanceof ExpressionStatement expression
        && expression.getExpression() instanceof MethodCallExpression call) {
      Deque<MethodCallExpression> links = links(call);
      return links == null ? null : links.getFirst();
    }
    return null;
  }

  /**
   * The calls in their order; null if these are not the words, or the first is said on something.
   */
  private static Deque<MethodCallExpression> links(MethodCallExpression last) {
    Deque<MethodCallExpression> links = new ArrayDeque<>();
    Expression at = last;
    while (at instanceof MethodCallExpression call
        && WORDS.contains(String.valueOf(call.getMethodAsString()))) {
      links.push(call);
      if (call.isImplicitThis()) {
        return links;
      }
      at = call.getObjectExpression();
    }
    return null;
  }
}
