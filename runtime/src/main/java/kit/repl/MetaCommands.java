package kit.repl;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kit.catalog.Suggestion;
import kit.model.Become;
import kit.model.KitException;
import kit.model.Location;
import kit.report.Sink;
import kit.script.prompt.HostSet;

/** Carries out what begins with a colon. */
final class MetaCommands {

  private final Session session;
  private final LiveTargets targets;
  private final Runnable history;
  private final Sink out;

  /**
   * @param history shows what was typed, as far as it may be kept
   */
  MetaCommands(Session session, LiveTargets targets, Runnable history) {
    this.session = session;
    this.targets = targets;
    this.history = history;
    this.out = session.stage().out();
  }

  /**
   * Does it.
   *
   * @return false if the session is over
   */
  boolean run(String line) {
    String text = line.strip();
    int blank = text.indexOf(' ');
    String word = blank < 0 ? text : text.substring(0, blank);
    String rest = blank < 0 ? "" : text.substring(blank + 1).strip();
    switch (word) {
      case ":hosts" -> hosts(rest);
      case ":become" -> become(rest);
      case ":check" ->
          out.line("check " + onOff(session.modes().check(on(rest, session.modes().check()))));
      case ":diff" ->
          out.line("diff " + onOff(session.modes().diff(on(rest, session.modes().diff()))));
      case ":auto" ->
          out.line("auto " + onOff(session.modes().auto(on(rest, session.modes().auto()))));
      case ":vars" -> vars(rest);
      case ":why" -> why(rest);
      case ":doc" -> session.stage().commands().doc(rest);
      case ":save" -> save(rest);
      case ":run" -> play(rest);
      case ":history" -> history.run();
      case ":help" -> help();
      case ":quit", ":q", ":exit" -> {
        return false;
      }
      default -> throw unknown(word);
    }
    return true;
  }

  private static KitException unknown(String word) {
    List<String> words = new ArrayList<>();
    Meta.ALL.forEach(each -> words.add(each.word()));
    return new KitException(
        "there is no command '" + word + "'", Suggestion.hint(word, words, ":help lists them"));
  }

  private void hosts(String pattern) {
    if (!pattern.isEmpty()) {
      session.choose(pattern);
    }
    HostSet chosen = session.chosen();
    List<String> connected = targets.connected();
    connected.retainAll(chosen.names());
    out.line(ValueText.of(chosen));
    out.line(connected.size() + " connected");
  }

  private void become(String user) {
    switch (user) {
      case "" -> session.modes().become(Optional.of(new Become("root", "sudo")));
      case "off", "no", "false" -> session.modes().become(Optional.empty());
      default -> session.modes().become(Optional.of(new Become(user, "sudo")));
    }
    out.line(session.modes().become().map(each -> "as " + each.user()).orElse("as the login user"));
  }

  /** Nothing said means the other way round. */
  private static boolean on(String word, boolean now) {
    return switch (word) {
      case "on", "yes", "true" -> true;
      case "off", "no", "false" -> false;
      case "" -> !now;
      default -> throw new KitException("'" + word + "' is neither on nor off", "say on or off");
    };
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private void vars(String host) {
    if (host.isEmpty()) {
      for (String name : session.names().names()) {
        out.line(name + " = " + brief(session.names().value(name)));
      }
      return;
    }
    for (String each : session.names().choose(host).names()) {
      Map<String, Object> vars = session.names().vars(each, Location.NONE);
      out.line(each);
      Map<String, String> sorted = new TreeMap<>();
      for (String name : vars.keySet()) {
        boolean endless = ValueText.ENDLESS.contains(name);
        sorted.put(name, endless ? "..." : read(vars, name));
      }
      sorted.forEach((name, value) -> out.line("  " + name + ": " + value));
    }
  }

  private static String read(Map<String, Object> vars, String name) {
    try {
      return brief(vars.get(name));
    } catch (KitException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  private static String brief(Object value) {
    String text = value == null ? "null" : ValueText.of(value).replace("\n", "; ");
    return text.length() > 200 ? text.substring(0, 200) + " ..." : text;
  }

  private void why(String said) {
    String[] words = said.split(" +");
    if (said.isEmpty()) {
      throw new KitException("of which variable?", "say :why NAME [HOST]");
    }
    List<String> hosts = words.length > 1 ? List.of(words[1]) : session.chosen().names();
    if (!hosts.isEmpty()) {
      session.stage().commands().why(words[0], hosts.get(0));
    }
  }

  private void save(String file) {
    if (file.isEmpty()) {
      throw new KitException("into which file?", "say :save FILE");
    }
    if (session.transcript().isEmpty()) {
      throw new KitException("there is nothing to save yet", "calls that went well are saved");
    }
    String text = session.transcript().playbook();
    if (session.names().secrets().in(text).isPresent() || GivenSecret.in(text)) {
      throw new KitException(
          "the session's calls hold a secret", "keep it in a vault, and say its variable's name");
    }
    session.stage().loader().load(text, file);
    try {
      Files.writeString(Path.of(file), text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new KitException(file + " is there already", "say another name");
    } catch (IOException e) {
      throw new KitException(file + " cannot be written: " + e.getMessage(), "say another name");
    }
    out.line("wrote " + file + "; to do the same again: kit run " + file);
  }

  private void play(String file) {
    if (file.isEmpty()) {
      throw new KitException("which playbook?", "say :run PLAYBOOK");
    }
    session
        .calls()
        .stoppable(
            () -> {},
            () ->
                session
                    .stage()
                    .commands()
                    .play(
                        Path.of(file),
                        session.modes().check(),
                        session.modes().diff(),
                        targets.forRun(),
                        session.calls()::stops));
  }

  private void help() {
    int width = 0;
    for (Meta each : Meta.ALL) {
      width = Math.max(width, each.usage().length());
    }
    out.line("Lines are those of a task: they run on the chosen hosts.");
    out.line("  command 'uptime'           web = hosts('web & !w3')     web.facts.os.name");
    out.line(
        "  apt name: 'nginx'          web.apt name: 'nginx'        web { command \"id ${user}\" }");
    out.line("  results.findAll { it.rc != 0 }*.host                    _ is the last value");
    for (Meta each : Meta.ALL) {
      out.line("  " + each.usage() + " ".repeat(width + 2 - each.usage().length()) + each.does());
    }
  }
}
