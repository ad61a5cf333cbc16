package kit.script;

import java.util.List;
import kit.catalog.Given;
import kit.model.Location;

/**
 * What a script says, known without running it. A cached script keeps its index.
 *
 * @param calls all module calls
 * @param notifies constant {@code notify} arguments
 * @param handlers constant names and topics of handlers
 * @param tags constant tags
 * @param reads names read that are not the script's own
 * @param declares variables that the script itself gives values to, or asks for with {@code has}
 * @param templates constant {@code src} of template calls
 * @param files constant {@code src} of copy calls that come from the controller
 * @param hosts constant host patterns of plays
 * @param complete whether {@code declares} is all; false if the script computes names of variables
 */
public record ScriptIndex(
    List<ModuleCall> calls,
    List<Notify> notifies,
    List<Mention> handlers,
    List<Mention> tags,
    List<Mention> reads,
    List<Mention> declares,
    List<Mention> templates,
    List<Mention> files,
    List<Mention> hosts,
    boolean complete) {

  /**
   * A module call as written.
   *
   * @param name as written, perhaps in snake_case
   * @param location where
   * @param given all its arguments and options
   * @param open whether it has further arguments that are computed: {@code *: common}
   */
  public record ModuleCall(String name, Location location, List<Given> given, boolean open) {}

  /**
   * A constant text that means something.
   *
   * @param name the text
   * @param location where
   */
  public record Mention(String name, Location location) {}

  /**
   * A notify.
   *
   * @param name handler or topic
   * @param location where
   * @param play where its play stands; {@link Location#NONE} in a function
   */
  public record Notify(String name, Location location, Location play) {}

  public ScriptIndex {
    calls = List.copyOf(calls);
    notifies = List.copyOf(notifies);
    handlers = List.copyOf(handlers);
    tags = List.copyOf(tags);
    reads = List.copyOf(reads);
    declares = List.copyOf(declares);
    templates = List.copyOf(templates);
    files = List.copyOf(files);
    hosts = List.copyOf(hosts);
  }
}
