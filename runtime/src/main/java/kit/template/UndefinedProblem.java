package kit.template;

import kit.model.KitException;
import kit.model.Problem;

/** A value is missing; a template that reads the value may still have a default for it. */
final class UndefinedProblem extends KitException {

  UndefinedProblem(Problem problem) {
    super(problem);
  }

  UndefinedProblem(KitException told) {
    super(told.problems());
  }
}
