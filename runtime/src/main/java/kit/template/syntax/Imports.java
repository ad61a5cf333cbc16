package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Expr;
import kit.template.tree.Import;
import kit.template.tree.Include;
import kit.template.tree.Stmt;

/** Reads statements that name other templates. */
final class Imports {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Targets targets;

  Imports(Tokens tokens, Expressions expressions, Targets targets) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.targets = targets;
  }

  Stmt include(int line) {
    Expr name = expressions.expression();
    boolean ignore = tokens.current().isName("ignore") && tokens.ahead().isName("missing");
    if (ignore) {
      tokens.next();
      tokens.next();
    }
    return new Include(name, ignore, context(true), line);
  }

  private boolean isContext() {
    Token token = tokens.current();
    boolean word = token.isName("with") || token.isName("without");
    return word && tokens.ahead().isName("context");
  }

  private boolean context(boolean otherwise) {
    if (!isContext()) {
      return otherwise;
    }
    boolean with = tokens.next().isName("with");
    tokens.next();
    return with;
  }

  Stmt whole(int line) {
    Expr name = expressions.expression();
    tokens.expectName("as");
    String target = targets.name();
    return new Import(name, target, new String[0], new String[0], context(false), line);
  }

  Stmt names(int line) {
    Expr name = expressions.expression();
    tokens.expectName("import");
    List<String> names = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    do {
      if (isContext() || !names.isEmpty() && tokens.current().is(Kind.BLOCK_END)) {
        break;
      }
      String found = targets.name();
      if (found.startsWith("_")) {
        throw new SyntaxError("names starting with an underline can not be imported", line);
      }
      names.add(found);
      aliases.add(tokens.skipName("as") ? targets.name() : found);
    } while (tokens.skipOperator(","));
    return new Import(
        name,
        null,
        names.toArray(new String[0]),
        aliases.toArray(new String[0]),
        context(false),
        line);
  }
}
