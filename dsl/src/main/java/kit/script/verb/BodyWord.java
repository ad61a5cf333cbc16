package kit.script.verb;

import java.util.List;
import java.util.Set;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;
import kit.script.value.Text;

/** Small verbs of bodies. */
enum BodyWord implements BodyVerb {
  /** {@code skip 'why'}. */
  SKIP("skip"),
  PRINT("print"),
  PRINTLN("println"),
  PRINTF("printf"),
  /** {@code host('db1').vars.x}. */
  HOST("host"),
  /** {@code has('port')}. */
  HAS("has"),
  DEFINED("defined"),
  /** {@code breakpoint()}. */
  BREAKPOINT("breakpoint");

  private final String word;

  BodyWord(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public boolean runs() {
    return this == SKIP;
  }

  @Override
  public Set<Place> places() {
    return switch (this) {
      case HOST, HAS, DEFINED -> Set.of(Place.BODY, Place.VALUE);
      case SKIP, PRINT, PRINTLN, PRINTF, BREAKPOINT -> Set.of(Place.BODY);
    };
  }

  @Override
  public Object run(Call call, HostScope host) {
    switch (this) {
      case SKIP -> host.session().skip(only(call, "why"));
      case PRINT, PRINTLN -> host.session().print(text(call), call.location());
      case PRINTF -> host.session().print(formatted(call), call.location());
      case BREAKPOINT -> {
        if (!call.named().isEmpty() || !call.positional().isEmpty() || call.block() != null) {
          throw call.problem("breakpoint takes nothing", "write breakpoint()");
        }
        host.session().breakpoint(call.location());
      }
      case HOST -> {
        return new OtherHost(host.session(), only(call, "a host"), call.location());
      }
      case HAS, DEFINED -> {
        return host.session().has(only(call, "a name"));
      }
    }
    return null;
  }

  private String only(Call call, String what) {
    List<String> texts = call.texts();
    if (texts.size() != 1 || !call.named().isEmpty()) {
      throw call.problem(word + " wants one text: " + what, "for example " + word + "('...')");
    }
    return texts.get(0);
  }

  private static String text(Call call) {
    StringBuilder text = new StringBuilder();
    for (Object value : call.positional()) {
      Text.write(value, text);
    }
    return call.named().isEmpty() ? text.toString() : Text.of(call.named());
  }

  private static String formatted(Call call) {
    if (call.positional().isEmpty() || !(call.positional().get(0) instanceof String format)) {
      throw call.problem("printf wants a format", "for example printf('%d hosts', 3)");
    }
    return String.format(format, call.positional().subList(1, call.positional().size()).toArray());
  }
}
