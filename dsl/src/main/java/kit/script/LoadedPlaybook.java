package kit.script;

import kit.model.Playbook;

/**
 * A playbook that has been read.
 *
 * @param playbook its structure
 * @param index what its source says, for checks before a run
 */
public record LoadedPlaybook(Playbook playbook, ScriptIndex index) {}
