package kit.repl;

import java.util.List;

/**
 * A command to the session itself.
 *
 * @param word with its colon
 * @param takes what may stand behind it
 * @param does what it does, in a few words
 */
record Meta(String word, String takes, String does) {

  static final List<Meta> ALL =
      List.of(
          new Meta(":hosts", "[PATTERN]", "show or choose the hosts of lines that name none"),
          new Meta(":become", "[USER|off]", "do what follows as this user (root)"),
          new Meta(":check", "[on|off]", "only look and tell"),
          new Meta(":diff", "[on|off]", "show differences line by line"),
          new Meta(":auto", "[on|off]", "apply without asking"),
          new Meta(":vars", "[HOST]", "the session's variables, or a host's"),
          new Meta(":why", "NAME [HOST]", "where a variable's value comes from"),
          new Meta(":doc", "[MODULE]", "the manual of a module"),
          new Meta(":save", "FILE", "write the calls that went well as a playbook"),
          new Meta(":run", "PLAYBOOK", "carry a playbook out over the open connections"),
          new Meta(":history", "", "what was typed"),
          new Meta(":help", "", "show this"),
          new Meta(":quit", "", "leave, as Ctrl-D does"));

  String usage() {
    return takes.isEmpty() ? word : word + " " + takes;
  }
}
