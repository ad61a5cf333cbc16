package kit.script.verb;

import groovy.lang.Closure;
import java.util.List;
import java.util.Set;
import kit.model.HostSession;
import kit.model.Location;
import kit.model.Options;
import kit.model.Task;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.value.Frozen;
import kit.script.value.Live;
import kit.script.value.ResultObject;
import kit.spi.Result;

/** Verbs that order hosts among one another or end the play for them. */
enum HostsWord implements BodyVerb, ReadingVerb {
  /** {@code barrier()}: all hosts come here before any goes on. */
  BARRIER("barrier"),
  /** {@code flushHandlers()}. */
  FLUSH_HANDLERS("flushHandlers"),
  /** {@code refreshInventory()}: the sources are asked anew, for later plays. */
  REFRESH_INVENTORY("refreshInventory"),
  /** {@code once { }}: one host does it, all get its value. */
  ONCE("once"),
  /** {@code on('db1') { }}. */
  ON("on"),
  /** {@code local { }}: on the machine that kit runs on. */
  LOCAL("local"),
  /** {@code endHost('why')}. */
  END_HOST("endHost"),
  /** {@code endPlay('why')}. */
  END_PLAY("endPlay");

  private final String word;

  HostsWord(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public Set<Place> places() {
    return switch (this) {
      case BARRIER, FLUSH_HANDLERS, REFRESH_INVENTORY ->
          Set.of(Place.BODY, Place.PLAY, Place.TASKS);
      case ONCE, ON, LOCAL, END_HOST, END_PLAY -> Set.of(Place.BODY);
    };
  }

  @Override
  public Place block(Place around) {
    return this == ONCE ? Place.BODY : Place.ANYWHERE;
  }

  /** Between tasks: a task of its own, whatever tags are chosen. */
  @Override
  public void read(Call call, Reading reading) {
    bare(call);
    Location where = call.location();
    reading.task(new Task(word, where, Options.NONE, true, session -> between(session, where)));
  }

  private void between(HostSession session, Location where) {
    switch (this) {
      case BARRIER -> session.barrier(where);
      case FLUSH_HANDLERS -> session.flushHandlers();
      case REFRESH_INVENTORY -> session.refreshInventory(where);
      case ONCE, ON, LOCAL, END_HOST, END_PLAY -> throw new IllegalStateException(word);
    }
  }

  @Override
  public Object run(Call call, HostScope host) {
    HostSession session = host.session();
    switch (this) {
      case BARRIER, FLUSH_HANDLERS, REFRESH_INVENTORY -> {
        bare(call);
        between(session, call.location());
      }
      case ONCE -> {
        return once(call, host);
      }
      case ON -> {
        return on(host(call), call, host);
      }
      case LOCAL -> {
        return on("localhost", call, host);
      }
      case END_HOST -> session.endHost(why(call));
      case END_PLAY -> session.endPlay(why(call));
    }
    return null;
  }

  private Object once(Call call, HostScope host) {
    Closure<?> code = block(call, 0);
    Object value =
        host.session()
            .once(
                call.location(),
                () -> {
                  Object given = host.run(code);
                  return given instanceof ResultObject result ? result.result() : Frozen.of(given);
                });
    String label = value instanceof Result ? "the result of once" : "once";
    return Live.of(label, value, host.session().secrets());
  }

  private Object on(String other, Call call, HostScope host) {
    Closure<?> code = block(call, this == ON ? 1 : 0);
    Object[] value = new Object[1];
    host.session().on(other, call.location(), () -> value[0] = host.run(code));
    return value[0];
  }

  private String host(Call call) {
    List<String> texts = call.texts();
    if (texts.isEmpty()) {
      throw call.problem("on wants the name of a host", example());
    }
    return texts.get(0);
  }

  private Closure<?> block(Call call, int texts) {
    if (call.block() == null || !call.named().isEmpty() || call.texts().size() != texts) {
      throw call.problem("'" + word + "' is not said like this", example());
    }
    return call.block();
  }

  private void bare(Call call) {
    if (call.block() != null || !call.named().isEmpty() || !call.positional().isEmpty()) {
      throw call.problem("'" + word + "' is not said like this", example());
    }
  }

  private String why(Call call) {
    List<String> texts = call.texts();
    if (call.block() != null || !call.named().isEmpty() || texts.size() > 1) {
      throw call.problem("'" + word + "' is not said like this", example());
    }
    return texts.isEmpty() ? "the playbook says so" : texts.get(0);
  }

  private String example() {
    String example =
        switch (this) {
          case BARRIER, FLUSH_HANDLERS, REFRESH_INVENTORY -> word + "()";
          case ONCE -> "def token = once { ... }";
          case ON -> "on('db1') { ... }";
          case LOCAL -> "local { ... }";
          case END_HOST, END_PLAY -> word + "('why')";
        };
    return "for example " + example;
  }
}
