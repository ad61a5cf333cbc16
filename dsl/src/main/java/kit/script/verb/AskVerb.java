package kit.script.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Problem;
import kit.model.Question;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Wanted;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.value.Text;

/**
 * Questions to the user: {@code varsPrompt 'release', 'Which release?'} in a play, before anything
 * is contacted; {@code ask('Go on?')} in a body, once for all hosts.
 */
enum AskVerb implements ReadingVerb, BodyVerb {
  ASK("ask", Place.BODY),
  VARS_PROMPT("varsPrompt", Place.PLAY);

  private static final List<String> KNOWN =
      List.of("name", "question", "default", "secret", "confirm", "choices");

  private final String word;
  private final Place place;

  AskVerb(String word, Place place) {
    this.word = word;
    this.place = place;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Set<Place> places() {
    return Set.of(place);
  }

  @Override
  public void read(Call call, Reading reading) {
    reading.play().question(question(call));
  }

  @Override
  public Object run(Call call, HostScope host) {
    return host.session().ask(question(call));
  }

  private Question question(Call call) {
    Map<String, Object> said = named(call);
    List<String> texts = new ArrayList<>(call.texts());
    String name = said.containsKey("name") ? Text.of(said.get("name")) : "";
    if (this == VARS_PROMPT && name.isEmpty() && !texts.isEmpty()) {
      name = texts.remove(0);
    }
    String text = said.containsKey("question") ? Text.of(said.get("question")) : "";
    if (text.isEmpty() && !texts.isEmpty()) {
      text = texts.remove(0);
    }
    if (!texts.isEmpty() || call.block() != null || (text.isEmpty() && name.isEmpty())) {
      throw call.problem("'" + word + "' is not said like this", example());
    }
    if (this == VARS_PROMPT || !name.isEmpty()) {
      Wanted.name(name, "name", call.location());
    }
    Question question =
        new Question(
            name,
            text.isEmpty() ? name : text,
            Optional.ofNullable(said.get("default")).map(Text::of),
            truth(said, "secret", call),
            truth(said, "confirm", call),
            Wanted.texts(said.getOrDefault("choices", List.of()), "choices", call.location()),
            call.location());
    String otherwise = question.otherwise().orElse("");
    if (question.otherwise().isPresent() && !question.takes(otherwise)) {
      throw call.problem("the default '" + otherwise + "' is none of the choices", "");
    }
    return question;
  }

  private Map<String, Object> named(Call call) {
    Map<String, Object> said = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : call.named().entrySet()) {
      String key =
          switch (each.getKey()) {
            case "prompt" -> "question"; // as Ansible calls it
            case "private" -> "secret";
            default -> each.getKey();
          };
      if (!KNOWN.contains(key)) {
        String hint =
            Suggestion.of(key, KNOWN).map(near -> "did you mean '" + near + "'?").orElse("");
        throw new KitException(
            new Problem(call.location(), word + " has no '" + each.getKey() + "'", hint));
      }
      said.put(key, each.getValue());
    }
    return said;
  }

  private static boolean truth(Map<String, Object> said, String name, Call call) {
    return said.containsKey(name) && Wanted.truth(said.get(name), name, call.location());
  }

  private String example() {
    return this == ASK
        ? "for example ask('Go on?', choices: ['yes', 'no'])"
        : "for example varsPrompt 'release', 'Which release?', default: 'stable'";
  }
}
