package kit.modules.packages;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Step;

/**
 * Answers beforehand a question that a Debian package asks when it is installed.
 *
 * <p>A package that is installed already is not configured anew by it: notify a handler that runs
 * {@code dpkg-reconfigure}. The result has {@code question} and {@code value}; of a password
 * nothing is shown.
 *
 * <pre>{@code
 * debconf name: 'postfix', question: 'postfix/main_mailer_type', vtype: 'select', value: 'Satellite system'
 * debconf name: 'tzdata', question: 'tzdata/Areas', vtype: 'select', value: 'Europe'
 * }</pre>
 *
 * @param name the package
 * @param question the question's name
 * @param value the answer; needed
 * @param vtype what kind of answer it is
 * @param unseen whether the question is asked all the same; off by default
 */
public record Debconf(
    @Alias("pkg") String name,
    @Alias({"selection", "setting"}) String question,
    @Alias("answer") String value,
    Vtype vtype,
    @Default("false") boolean unseen)
    implements Module {

  /** Kinds of answers, as debconf has them. */
  public enum Vtype {
    BOOLEAN,
    ERROR,
    MULTISELECT,
    NOTE,
    PASSWORD,
    SELECT,
    STRING,
    TEXT,
    TITLE
  }

  @Override
  public String label() {
    return question;
  }

  @Override
  public Plan plan(Host host) {
    for (String word : new String[] {name, question}) {
      if (word.isBlank() || word.chars().anyMatch(c -> c <= ' ')) {
        throw new PlanException("'" + word + "' is no name", "debconf-show PACKAGE lists them");
      }
    }
    if (value.indexOf('\n') >= 0) {
      throw new PlanException("value has several lines", "debconf takes one");
    }
    String wanted = vtype == Vtype.BOOLEAN ? value.strip().toLowerCase(Locale.ROOT) : value.strip();
    DebconfAnswer asked = new DebconfAnswer(name, question);
    DebconfAnswer.Found found = host.ask(asked);
    if (!found.usable()) {
      return Plan.refused("debconf cannot be asked on this host", "become root, on a Debian");
    }
    boolean secret = vtype == Vtype.PASSWORD;
    Map<String, Object> values =
        secret ? Map.of("question", question) : Map.of("question", question, "value", wanted);
    if (found.value().equals(Optional.of(wanted)) && (found.seen() || unseen)) {
      return Plan.unchanged(question + " is answered", values);
    }
    String line = name + " " + question + " " + vtype.name().toLowerCase(Locale.ROOT) + " ";
    String command = "debconf-set-selections" + (unseen ? " -u" : "") + "\n";
    byte[] input = (line + wanted + "\n").getBytes(StandardCharsets.UTF_8);
    Change change =
        Plan.change("answer " + question)
            .diff(
                new Diff(
                    secret ? "" : found.value().map(text -> line + text + "\n").orElse(""),
                    secret ? "" : line + wanted + "\n",
                    "debconf",
                    secret))
            .step(Step.Run.of(command).reading(input))
            .touches(new Resource("debconf", name))
            .predicts(asked, new DebconfAnswer.Found(Optional.of(wanted), !unseen, true));
    for (Map.Entry<String, Object> each : values.entrySet()) {
      change = change.value(each.getKey(), each.getValue());
    }
    return change;
  }
}
