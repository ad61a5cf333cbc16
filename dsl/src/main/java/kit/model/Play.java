package kit.model;

import java.util.List;
import java.util.Map;

/**
 * Hosts and what is to be done on them.
 *
 * @param name what reports call it
 * @param location where it stands
 * @param hosts host patterns, for example {@code web:&prod}
 * @param options become, environment, tags and the like, valid for the whole play
 * @param serial batch sizes: {@code 2} or {@code 30%}; empty for all hosts at once
 * @param vars play variables
 * @param varsFiles files with play variables, relative to the playbook
 * @param rules what holds for the play as a whole
 * @param gatherFacts whether facts may be asked; they are asked only when something reads them
 * @param tasks in the order written
 * @param handlers in the order of definition
 */
public record Play(
    String name,
    Location location,
    List<String> hosts,
    Options options,
    List<String> serial,
    Map<String, Object> vars,
    List<String> varsFiles,
    PlayRules rules,
    boolean gatherFacts,
    List<Task> tasks,
    List<Handler> handlers) {}
