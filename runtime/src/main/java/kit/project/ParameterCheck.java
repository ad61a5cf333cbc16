package kit.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.engine.HostScope;
import kit.model.KitException;
import kit.model.PerHost;
import kit.model.Play;
import kit.model.Problem;
import kit.model.Role;
import kit.model.Task;
import kit.role.RoleParameter;
import kit.role.Roles;
import kit.vars.Candidate;
import kit.vars.HostVars;

/** Whether the values that inventory and files give fit the parameters of roles, before a run. */
final class ParameterCheck {

  private final Project project;
  private final Roles roles;

  ParameterCheck(Project project, Roles roles) {
    this.project = project;
    this.roles = roles;
  }

  List<Problem> of(List<Play> plays) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (Play play : plays) {
      Set<Role> used = new LinkedHashSet<>();
      for (Task task : play.tasks()) {
        task.options().role().ifPresent(used::add);
      }
      for (Role role : used) {
        List<RoleParameter> parameters = roles.metaOf(role.folder()).parameters();
        if (!parameters.isEmpty()) {
          for (String host : project.hosts(play)) {
            check(project.scope(host, play), role, parameters, problems);
          }
        }
      }
    }
    return new ArrayList<>(problems);
  }

  private static void check(
      HostScope scope, Role role, List<RoleParameter> parameters, Set<Problem> problems) {
    Deque<Role> chain = new ArrayDeque<>();
    for (Role at = role; at != null; at = at.caller().orElse(null)) {
      chain.push(at);
    }
    chain.forEach(scope::enter);
    HostVars vars = ((HostNames) scope).vars();
    for (RoleParameter each : parameters) {
      List<Candidate> found = vars.candidates(each.name());
      if (!found.isEmpty() && !(found.get(0).setting().value() instanceof PerHost)) {
        check(each, role, vars, found.get(0), problems);
      }
    }
    chain.forEach(entered -> scope.leave());
  }

  private static void check(
      RoleParameter parameter, Role role, HostVars vars, Candidate from, Set<Problem> problems) {
    String wrong;
    try {
      wrong = parameter.wrong(vars.get(parameter.name()), false);
    } catch (KitException e) {
      return; // it may need what only the run knows, and is told there
    }
    if (!wrong.isEmpty()) {
      problems.add(
          new Problem(
              from.setting().location(),
              "'" + parameter.name() + "' " + wrong,
              "the role '" + role.name() + "' at " + role.location() + " takes it"));
    }
  }
}
