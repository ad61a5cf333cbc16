package kit.script.verb;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Wanted;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;

/**
 * {@code includeVars "vars/${facts.os.family}.yml"}: variables of a file, or of all files of a
 * directory, for the rest of the role or else of the play.
 */
final class IncludeVarsVerb implements BodyVerb {

  private static final List<String> WORDS = List.of("file", "dir", "name");

  @Override
  public String word() {
    return "includeVars";
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.BODY);
  }

  @Override
  public Object run(Call call, HostScope host) {
    for (String each : call.named().keySet()) {
      if (!WORDS.contains(each)) {
        String hint = Suggestion.hint(each, WORDS, "there are file, dir and name");
        throw call.problem("includeVars has no argument '" + each + "'", hint);
      }
    }
    Map<String, Object> said = call.named();
    List<String> texts = call.texts();
    Object named = said.containsKey("file") ? said.get("file") : said.get("dir");
    if (texts.size() + (named == null ? 0 : 1) != 1) {
      throw call.problem("includeVars wants one file", "for example includeVars 'vars/Debian.yml'");
    }
    String path = named == null ? texts.get(0) : Wanted.text(named, "file", call.location());
    Object name = said.get("name");
    host.session()
        .includeVars(
            path, name == null ? "" : Wanted.text(name, "name", call.location()), call.location());
    return null;
  }
}
