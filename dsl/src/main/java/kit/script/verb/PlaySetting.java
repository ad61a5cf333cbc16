package kit.script.verb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.script.language.Call;
import kit.script.language.Wanted;
import kit.script.scope.CompiledScript;
import kit.script.scope.PlayBuilder;
import kit.script.scope.Reading;

/** Verbs that say how a play runs: {@code hosts 'web'}, {@code serial 1, '30%'}. */
enum PlaySetting implements PlayWord {
  HOSTS("hosts"),
  BECOME("become"),
  VARS("vars"),
  VARS_FILES("varsFiles"),
  SERIAL("serial"),
  GATHER_FACTS("gatherFacts"),
  ENVIRONMENT("environment"),
  DIFF("diff"),
  TAGS("tags");

  private final String word;

  PlaySetting(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** One of them as a named argument of {@code play}, or an option. */
  static void named(String written, Object value, Call call, PlayBuilder play, Reading reading) {
    if (reading.script().verbs().find(written) instanceof PlayWord word) {
      boolean map = value instanceof Map;
      Map<String, Object> names = map ? Wanted.map(value, written, call.location()) : Map.of();
      List<Object> values = map ? List.of() : List.of(value);
      Call said = new Call(word.word(), call.location(), names, values, null);
      word.set(said, play, reading.script());
    } else {
      play.option(written, value, call.location());
    }
  }

  @Override
  public void set(Call call, PlayBuilder play, CompiledScript script) {
    boolean namesOnly = this == VARS || this == ENVIRONMENT;
    boolean fits = namesOnly ? call.positional().isEmpty() : call.named().isEmpty();
    if (!fits && this != BECOME) {
      throw call.problem("'" + word + "' is not said like this", "for example " + example());
    }
    switch (this) {
      case HOSTS -> play.hosts(Wanted.words(call.positional(), word, call.location()));
      case BECOME -> become(call, play);
      case VARS -> play.vars(call.named());
      case VARS_FILES -> play.varsFiles(call.texts());
      case SERIAL -> play.serial(sizes(call));
      case GATHER_FACTS -> play.gatherFacts(Wanted.truth(only(call), word, call.location()));
      case ENVIRONMENT -> play.option("env", call.named(), call.location());
      case DIFF -> play.option("diff", only(call), call.location());
      case TAGS -> play.option("tags", call.positional(), call.location());
    }
  }

  /**
   * {@code become()}, {@code become false}, {@code become 'postgres'}, {@code become user: 'x'}.
   */
  private void become(Call call, PlayBuilder play) {
    Map<String, Object> named = new LinkedHashMap<>(call.named());
    if (call.positional().size() == 1 && call.positional().get(0) instanceof String user) {
      named.put("user", user);
    } else if (!call.positional().isEmpty()) {
      play.option("become", Wanted.truth(only(call), word, call.location()), call.location());
      return;
    }
    play.option("become", named, call.location());
  }

  private Object only(Call call) {
    if (call.positional().size() != 1) {
      throw call.problem("'" + word + "' wants one value", "for example " + example());
    }
    return call.positional().get(0);
  }

  private static List<String> sizes(Call call) {
    List<String> sizes = call.texts();
    for (String size : sizes) {
      String digits = size.endsWith("%") ? size.substring(0, size.length() - 1) : size;
      boolean number = !digits.isEmpty() && digits.length() < 7;
      for (int i = 0; i < digits.length(); i++) {
        number &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
      }
      if (!number || Integer.parseInt(digits) == 0) {
        throw call.problem("'" + size + "' is no batch size", "for example serial 1, '30%'");
      }
    }
    return sizes;
  }

  private String example() {
    return switch (this) {
      case HOSTS -> "hosts 'web:&prod'";
      case BECOME -> "become user: 'postgres', method: 'su'";
      case VARS -> "vars port: 8080";
      case VARS_FILES -> "varsFiles 'vars/common.yml'";
      case SERIAL -> "serial 1, '30%'";
      case GATHER_FACTS -> "gatherFacts false";
      case ENVIRONMENT -> "environment HTTP_PROXY: 'http://proxy:3128'";
      case DIFF -> "diff true";
      case TAGS -> "tags 'web', 'config'";
    };
  }
}
