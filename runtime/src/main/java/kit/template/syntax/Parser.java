package kit.template.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Block;
import kit.template.tree.Data;
import kit.template.tree.Expr;
import kit.template.tree.Names;
import kit.template.tree.Print;
import kit.template.tree.Stmt;
import kit.template.tree.Template;

/** Reads templates. */
public final class Parser {
  private static final int DEPTH = 100;
  final Expressions expressions;
  final Tokens tokens;
  final Names names = new Names();

  /** The words of the statements that are being read, the innermost first. */
  final Deque<Token> open = new ArrayDeque<>();

  private final List<Block> blocks = new ArrayList<>();
  private final Statements statements;
  private int depth;

  private Parser(String text, Layout layout, Library library) {
    tokens = new Tokens(new Lexer(newlines(text, layout), layout).tokens());
    expressions = new Expressions(tokens, library, names);
    statements = new Statements(this);
  }

  private static String newlines(String text, Layout layout) {
    String unix = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    boolean cut = !layout.keepTrailingNewline() && unix.endsWith("\n");
    return cut ? unix.substring(0, unix.length() - 1) : unix;
  }

  /** The template that a text is; {@code line} is where in the file it begins. */
  public static Template template(
      String text, String file, int line, Layout layout, Library library) {
    Parser parser = new Parser(text, layout, library);
    Stmt[] body;
    try {
      body = parser.body();
    } catch (SyntaxError e) {
      throw e.near(parser.tokens.current());
    }
    if (!parser.tokens.current().is(Kind.END)) {
      throw Statements.unknown(parser.tokens.current(), null);
    }
    return new Template(
        file, line, body, parser.blocks, parser.names, parser.expressions.changes());
  }

  /** The expression that a template is, if it prints that and nothing else; null if it does not. */
  public static Expr single(Template template) {
    boolean one = template.body().length == 1 && template.body()[0] instanceof Print;
    return one ? ((Print) template.body()[0]).value() : null;
  }

  void add(Block block, int line) {
    for (Block known : blocks) {
      if (known.name().equals(block.name())) {
        throw new SyntaxError("block '" + block.name() + "' defined twice", line);
      }
    }
    blocks.add(block);
  }

  /** Statements and text up to the first of these words in a tag, which becomes current. */
  Stmt[] body(String... ends) {
    if (++depth > DEPTH) {
      throw new SyntaxError("the blocks are nested too deeply", tokens.line());
    }
    List<Stmt> out = new ArrayList<>();
    while (true) {
      Token token = tokens.current();
      if (token.is(Kind.DATA)) {
        out.add(new Data(tokens.next().text()));
      } else if (token.is(Kind.VARIABLE_BEGIN)) {
        int line = tokens.next().line();
        out.add(new Print(expressions.tuple(true, null, false), line));
        tokens.expect(Kind.VARIABLE_END);
      } else if (token.is(Kind.BLOCK_BEGIN)) {
        tokens.next();
        if (isEnd(ends)) {
          break;
        }
        Stmt statement = statements.statement();
        if (statement != null) {
          out.add(statement);
        }
        tokens.expect(Kind.BLOCK_END);
      } else {
        break;
      }
    }
    if (ends.length > 0 && tokens.current().is(Kind.END)) {
      Token word = open.getFirst();
      throw new SyntaxError(
          "'" + word.text() + "' is not closed", word, "write {% " + ends[ends.length - 1] + " %}");
    }
    depth--;
    return out.toArray(new Stmt[0]);
  }

  private boolean isEnd(String[] ends) {
    for (String end : ends) {
      if (tokens.current().isName(end)) {
        return true;
      }
    }
    return false;
  }
}
