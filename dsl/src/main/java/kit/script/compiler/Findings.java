package kit.script.compiler;

import java.util.ArrayList;
import java.util.List;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import org.codehaus.groovy.ast.ASTNode;

/** What the rewriting of one script finds: its index and its problems. */
final class Findings {

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final IndexBuilder index = new IndexBuilder();

  Findings(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  IndexBuilder index() {
    return index;
  }

  List<Problem> problems() {
    return problems;
  }

  void problem(ASTNode at, String message, String hint) {
    problem(at, message, hint, Mistake.OTHER);
  }

  void problem(ASTNode at, String message, String hint, Mistake kind) {
    problem(new Problem(place(at), message, hint, kind));
  }

  void problem(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  Location place(ASTNode at) {
    return new Location(file, Math.max(at.getLineNumber(), 0), Math.max(at.getColumnNumber(), 0));
  }
}
