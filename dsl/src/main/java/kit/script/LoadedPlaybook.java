package kit.script;

import java.util.List;
import kit.model.Playbook;
import kit.model.Problem;
import kit.role.Roles;
import kit.script.language.ScriptIndex;
import kit.script.scope.RoleNeed;

/**
 * A playbook that has been read.
 *
 * @param playbook its structure
 * @param index what its source says, that of included files too, for checks before a run
 * @param needs variables that roles want and that something beside their use has to give
 * @param roles the roles that it uses, and where others would be looked for
 * @param problems what is wrong with it; if there is anything, the structure is not all
 * @param key what the index depends on: the texts of all files and the build of kit, as a short
 *     text
 */
public record LoadedPlaybook(
    Playbook playbook,
    ScriptIndex index,
    List<RoleNeed> needs,
    Roles roles,
    List<Problem> problems,
    String key) {}
