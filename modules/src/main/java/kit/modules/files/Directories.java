package kit.modules.files;

import java.util.ArrayList;
import java.util.List;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Directories to be made, each inside the one before.
 *
 * @param missing their paths; may be empty
 * @param attributes what all of them shall have
 * @param obstacle what stands in the way; empty if nothing does
 */
record Directories(List<String> missing, Attributes attributes, String obstacle) {

  static final Directories NONE = new Directories(List.of(), Attributes.NONE, "");

  /** Those missing of a path and of what is above it. */
  static Directories upTo(Host host, String path, Attributes attributes) {
    List<Stat> questions = new ArrayList<>();
    for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
      questions.add(new Stat(path.substring(0, end), true));
    }
    questions.add(new Stat(path, true));
    host.askAll(questions.toArray(new Stat[0]));
    List<String> missing = new ArrayList<>();
    for (Stat question : questions) {
      PathStat there = host.ask(question);
      if (there.exists() ? there.type() != Type.DIRECTORY : there.linked()) {
        String what = there.exists() ? "a " + there.type().word() : "a link to nowhere";
        return new Directories(List.of(), attributes, question.path() + " is " + what);
      }
      if (!there.exists()) {
        missing.add(question.path());
      }
    }
    return new Directories(missing, attributes, "");
  }

  /** The refusal if they cannot be made. */
  Plan refusal() {
    return Plan.refused(obstacle + ", not a directory", "remove it first, or choose another path");
  }

  /** The change with a step that makes them. */
  Change make(Host host, Change change) {
    if (missing.isEmpty()) {
      return change;
    }
    PathStat fresh =
        PathStat.created(Type.DIRECTORY, 0755, host.user(), 0, host.now().getEpochSecond());
    PathStat after = attributes.applied(fresh);
    StringBuilder script = new StringBuilder();
    // nobody shall look into it before its mode is set
    script.append(attributes.mode().isPresent() ? "umask 077\n" : "umask 022\n");
    script.append("mkdir -p --").append(deepest()).append(" || exit\n");
    script.append(attributes.script(operands(), after));
    Change told = change.run(script.toString());
    for (String path : missing) {
      told = new Settled(path, after).predict(told.touches(Resource.path(path)));
    }
    return told;
  }

  /** Those that no other is inside of; each comes before what is inside. */
  private String deepest() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < missing.size(); i++) {
      boolean above = i + 1 < missing.size() && missing.get(i + 1).startsWith(missing.get(i) + "/");
      words.append(above ? "" : " " + Sh.path(missing.get(i)));
    }
    return words.toString();
  }

  private String operands() {
    StringBuilder words = new StringBuilder();
    for (String path : missing) {
      words.append(words.isEmpty() ? "" : " ").append(Sh.path(path));
    }
    return words.toString();
  }
}
