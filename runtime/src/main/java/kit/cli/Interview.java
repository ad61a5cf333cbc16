package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.cli.terminal.Prompt;
import kit.cli.terminal.Screen;
import kit.data.Setting;
import kit.data.Verbatim;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Question;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;

/** Asks the user what a playbook wants to know. */
final class Interview {

  private final Prompt prompt;
  private final Report report;
  private final Screen screen;

  /**
   * @param report what is on the screen meanwhile
   */
  Interview(Prompt prompt, Report report, Screen screen) {
    this.prompt = prompt;
    this.report = report;
    this.screen = screen;
  }

  /** Asks; an answer that is no choice is asked for again. */
  String ask(Question question) {
    refuseNobody(question.text(), question.name(), question.location());
    String[] answer = new String[1];
    report.quietly(() -> answer[0] = answer(question));
    if (question.secret()) {
      screen.redactor.hide(answer[0]);
    }
    return answer[0];
  }

  /**
   * The same playbook with the answers among the variables of its plays. What extra variables
   * answer is not asked, and what two plays ask is asked once.
   */
  Playbook answered(Playbook playbook, Map<String, Setting> extra) {
    Map<String, Object> answers = new LinkedHashMap<>();
    List<Play> plays = new ArrayList<>();
    for (Play play : playbook.plays()) {
      Map<String, Object> vars = new LinkedHashMap<>(play.vars());
      for (Question question : play.rules().questions()) {
        Setting given = extra.get(question.name());
        if (given != null) {
          refuse(question, String.valueOf(given.value()));
        } else {
          if (!answers.containsKey(question.name())) {
            answers.put(question.name(), new Verbatim(ask(question)));
          }
          vars.put(question.name(), answers.get(question.name()));
        }
      }
      plays.add(
          new Play(
              play.name(),
              play.location(),
              play.hosts(),
              play.options(),
              play.serial(),
              vars,
              play.varsFiles(),
              play.rules(),
              play.gatherFacts(),
              play.tasks(),
              play.handlers()));
    }
    return new Playbook(playbook.file(), plays);
  }

  /** A playbook that asks while it runs needs somebody who answers. */
  void refuseUnanswered(ScriptIndex index, Set<String> answered) {
    for (Mention question : index.questions()) {
      if (!answered.contains(question.name())) {
        refuseNobody("", question.name(), question.location());
      }
    }
  }

  private void refuseNobody(String text, String name, Location where) {
    if (!prompt.possible()) {
      throw new KitException(
          new Problem(
              where,
              "there is no terminal to ask in" + (text.isEmpty() ? "" : ": " + text),
              instead(name)));
    }
  }

  private static String instead(String name) {
    return name.isEmpty()
        ? "run it in a terminal, or give the question a name and answer it with -e"
        : "answer it with -e " + name + "=...";
  }

  private String answer(Question question) {
    String instead = instead(question.name());
    while (true) {
      String text = question.text() + choices(question);
      String answer = prompt.ask(text, question.secret(), instead);
      if (answer.isEmpty()) {
        answer = question.otherwise().orElse("");
      }
      boolean same =
          !question.confirm() || answer.equals(prompt.ask("again", question.secret(), instead));
      if (same && question.takes(answer)) {
        return answer;
      }
    }
  }

  private static String choices(Question question) {
    String choices = String.join(", ", question.choices());
    String otherwise = question.secret() ? "" : question.otherwise().orElse("");
    return (choices.isEmpty() ? "" : " (" + choices + ")")
        + (otherwise.isEmpty() ? "" : " [" + otherwise + "]");
  }

  private static void refuse(Question question, String answer) {
    if (!question.takes(answer)) {
      throw new KitException(
          new Problem(
              question.location(),
              "'" + answer + "' is no answer to '" + question.text() + "'",
              "there are " + String.join(", ", question.choices())));
    }
  }
}
