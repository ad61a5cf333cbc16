package kit.script

import java.nio.file.Path
import kit.model.KitException
import kit.model.Problem

/** Playbooks as texts. */
class Scripts {

  static LoadedPlaybook load(String text) {
    new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty()).load(text, 'site.groovy')
  }

  /** One line for each problem that loading shows. */
  static List<String> problems(String text) {
    try {
      load(text)
      return []
    } catch (KitException e) {
      return e.problems().collect { it.toString() }
    }
  }

  /** The problems of a task with this body, whose first line is line 1. */
  static List<String> problemsInTask(String body) {
    problems("play('p') { hosts 'all'; task('t') { $body\n} }")
  }

  /** Runs the body of a task for a host. */
  static RecordingSession run(String body, RecordingSession session = new RecordingSession(), String before = '') {
    def loaded = load("${before}play('p') { hosts 'all'; task('t') { $body\n} }")
    loaded.playbook().plays()[0].tasks()[0].body().run(session)
    session
  }

  /** The problem that a body ends with. */
  static Problem failure(String body, RecordingSession session = new RecordingSession(), String before = '') {
    try {
      run(body, session, before)
    } catch (KitException e) {
      return e.problems()[0]
    }
    throw new AssertionError('the body did not fail')
  }
}
