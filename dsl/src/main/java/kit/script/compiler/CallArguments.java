package kit.script.compiler;

import java.util.ArrayList;
import java.util.List;
import kit.catalog.Given;
import kit.model.Mistake;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/**
 * The arguments of a call as written.
 *
 * @param named those with names; null if there are none
 * @param positional those without
 * @param given all of them with their constants, closures left out
 * @param open whether there are further ones that only the run knows
 * @param closure the block, if there is one; else null
 */
record CallArguments(
    MapExpression named,
    List<Expression> positional,
    List<Given> given,
    boolean open,
    ClosureExpression closure) {

  /** Where Groovy's parser keeps the text of a whole number. */
  private static final String LITERAL = "_INTEGER_LITERAL_TEXT";

  static CallArguments of(MethodCallExpression call, Findings findings) {
    List<Expression> positional = new ArrayList<>();
    if (call.getArguments() instanceof TupleExpression tuple) {
      positional.addAll(tuple.getExpressions());
    }
    MapExpression named = null;
    if (!positional.isEmpty() && positional.get(0) instanceof MapExpression map) {
      named = map;
      positional.remove(0);
    }
    List<Given> given = new ArrayList<>();
    boolean open = named == null && positional.size() == 1 && mayBeMap(positional.get(0));
    ClosureExpression block = null;
    for (Expression each : positional) {
      if (each instanceof ClosureExpression closure) {
        block = closure;
      } else {
        open |= each instanceof SpreadExpression;
        given.add(Given.positional(Constants.of(each), findings.place(each)));
      }
    }
    if (named != null) {
      open |= name(named, given, findings);
    }
    return new CallArguments(named, positional, given, open, block);
  }

  private static boolean name(MapExpression named, List<Given> given, Findings findings) {
    boolean open = false;
    for (MapEntryExpression entry : named.getMapEntryExpressions()) {
      Expression key = entry.getKeyExpression();
      if (!(key instanceof SpreadMapExpression) && Constants.of(key) instanceof String name) {
        Object value =
            decimalMode(entry) ? Given.UNKNOWN : Constants.of(entry.getValueExpression());
        given.add(Given.named(name, value, findings.place(key)));
      } else {
        open = true;
      }
    }
    return open;
  }

  /** A map without a name counts as named arguments, and a computed value may be one. */
  private static boolean mayBeMap(Expression only) {
    return !(only instanceof ClosureExpression)
        && !(only instanceof GStringExpression)
        && Constants.of(only) == Given.UNKNOWN;
  }

  /** {@code mode: 644} would mean the bits 01204; the source shows what was written. */
  void refuseDecimalModes(Findings findings) {
    if (named == null) {
      return;
    }
    for (MapEntryExpression entry : named.getMapEntryExpressions()) {
      if (decimalMode(entry)) {
        String digits = entry.getValueExpression().getText();
        findings.problem(
            entry.getValueExpression(),
            "mode " + digits + " is decimal",
            "write 0" + digits + " or '0" + digits + "'",
            Mistake.WRONG_VALUE);
      }
    }
  }

  private static boolean decimalMode(MapEntryExpression entry) {
    Object name = Constants.of(entry.getKeyExpression());
    return ("mode".equals(name) || "directoryMode".equals(name))
        && entry.getValueExpression() instanceof ConstantExpression constant
        && constant.getValue() instanceof Integer
        && constant.getNodeMetaData(LITERAL) instanceof String text
        && !text.startsWith("0");
  }
}
