package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Expr;
import kit.template.tree.Import;
import kit.template.tree.Include;
import kit.template.tree.Names;
import kit.template.tree.Stmt;

/** Reads statements that name other templates. */
final class Imports {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Targets targets;
  private final Names names;

  Imports(Tokens tokens, Expressions expressions, Targets targets, Names names) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.targets = targets;
    this.names = names;
  }

  Stmt include(int line) {
    int column = tokens.current().column();
    Expr name = expressions.expression();
    boolean ignore = tokens.current().isName("ignore") && tokens.ahead().isName("missing");
    if (ignore) {
      tokens.next();
      tokens.next();
    }
    names.other(name, !ignore, false, line, column);
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

  private Expr named(int line) {
    int column = tokens.current().column();
    Expr name = expressions.expression();
    names.other(name, true, false, line, column);
    return name;
  }

  Stmt whole(int line) {
    Expr name = named(line);
    tokens.expectName("as");
    String target = targets.name();
    return new Import(name, target, new String[0], new String[0], context(false), line);
  }

  Stmt names(int line) {
    Expr name = named(line);
    tokens.expectName("import");
    List<String> wanted = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    do {
      if (isContext() || !wanted.isEmpty() && tokens.current().is(Kind.BLOCK_END)) {
        break;
      }
      String found = targets.name();
      if (found.startsWith("_")) {
        throw new SyntaxError("names starting with an underline can not be imported", line);
      }
      wanted.add(found);
      aliases.add(tokens.skipName("as") ? targets.name() : found);
    } while (tokens.skipOperator(","));
    return new Import(
        name,
        null,
        wanted.toArray(new String[0]),
        aliases.toArray(new String[0]),
        context(false),
        line);
  }
}
