package kit.script.prompt;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** A text of which pieces are blanked out, so that the rest stays where it is. */
final class PromptText {

  private final String text;
  private final List<Integer> lines = new ArrayList<>();

  PromptText(String text) {
    this.text = text;
    lines.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lines.add(i + 1);
      }
    }
  }

  String text() {
    return text;
  }

  /** Where a node begins. */
  int offset(ASTNode node) {
    return offset(node.getLineNumber(), node.getColumnNumber());
  }

  /** Where a place is, counted from 0. */
  int offset(int line, int column) {
    return line < 1 || line > lines.size()
        ? 0
        : Math.min(text.length(), lines.get(line - 1) + Math.max(0, column - 1));
  }

  /** The text up to a place, with blanks before another. */
  String only(int from, int to) {
    StringBuilder kept = new StringBuilder(to);
    for (int i = 0; i < from; i++) {
      kept.append(text.charAt(i) == '\n' ? '\n' : ' ');
    }
    return kept.append(text, Math.min(from, to), Math.max(from, to)).toString();
  }

  /** The text with a piece blanked out. */
  PromptText without(int from, int to) {
    String blank = text.substring(from, to).replaceAll("[^\n]", " ");
    return new PromptText(text.substring(0, from) + blank + text.substring(to));
  }

  /** The same in brackets, without which a closure would be taken for a block. */
  String bracketed(int from, int to) {
    String code = only(from, to).stripTrailing();
    while (code.endsWith(";")) {
      code = code.substring(0, code.length() - 1).stripTrailing();
    }
    return code.substring(0, from - 1) + '(' + code.substring(from) + ')';
  }

  /** Code without blanks and separators around it. */
  static String said(String code) {
    String said = code.strip();
    while (said.endsWith(";")) {
      said = said.substring(0, said.length() - 1).stripTrailing();
    }
    return said;
  }
}
