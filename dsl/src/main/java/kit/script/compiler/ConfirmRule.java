package kit.script.compiler;

import kit.model.Mistake;
import kit.script.language.ConfirmArguments;
import org.codehaus.groovy.ast.ASTNode;

/** What the source shows of confirmWithin: its arguments, and what may not stand inside of it. */
final class ConfirmRule {

  private final Findings findings;
  private int open;

  ConfirmRule(Findings findings) {
    this.findings = findings;
  }

  /** What follows stands in its block. */
  void enter(ASTNode at, CallArguments arguments) {
    boolean block = arguments.closure() != null;
    ConfirmArguments.problems(arguments.given(), arguments.open(), block, findings.place(at))
        .forEach(findings::problem);
    if (open++ > 0) {
      findings.problem(
          at,
          "confirmWithin cannot stand inside of another",
          "one block, one confirmation: put them one behind the other",
          Mistake.WRONG_PLACE);
    }
  }

  void leave() {
    open--;
  }

  /** A module is called. */
  void module(String name, ASTNode at) {
    if (open > 0 && name.equals("reboot")) {
      findings.problem(
          at,
          "reboot cannot stand in confirmWithin",
          "a restart ends what would undo the changes; restart behind the block",
          Mistake.WRONG_PLACE);
    }
  }
}
