package kit.script.compiler;

import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Given;
import kit.model.Location;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Include;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.ScriptIndex.ModuleCall;
import kit.script.language.ScriptIndex.Notify;
import kit.script.language.ScriptIndex.RoleCall;
import kit.script.language.ScriptIndex.Trait;

/** Reads what {@link IndexWriter} wrote: plain values only, no classes. */
final class IndexReader {

  private final DataInputStream in;
  private final String file;

  /**
   * @param file the file that places are in
   */
  IndexReader(DataInputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  ScriptIndex read() throws IOException {
    return new ScriptIndex(
        calls(),
        notifies(),
        mentions(),
        mentions(),
        mentions(),
        mentions(),
        mentions(),
        mentions(),
        mentions(),
        mentions(),
        mentions(),
        includes(),
        calls(),
        mentions(),
        roles(),
        locals(),
        traits());
  }

  private List<ModuleCall> calls() throws IOException {
    List<ModuleCall> calls = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = text();
      Location location = place();
      boolean open = in.readBoolean();
      boolean guarded = in.readBoolean();
      calls.add(new ModuleCall(name, location, given(), open, guarded));
    }
    return calls;
  }

  private List<RoleCall> roles() throws IOException {
    List<RoleCall> roles = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = text();
      Location location = place();
      boolean open = in.readBoolean();
      boolean body = in.readBoolean();
      roles.add(new RoleCall(name, location, given(), open, body));
    }
    return roles;
  }

  private List<Given> given() throws IOException {
    List<Given> given = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = text();
      given.add(new Given(name.isEmpty() ? Optional.empty() : Optional.of(name), value(), place()));
    }
    return given;
  }

  private Set<String> locals() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(text());
    }
    return names;
  }

  private Set<Trait> traits() throws IOException {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (int left = in.readInt(); left > 0; left--) {
      traits.add(Trait.values()[in.readByte()]);
    }
    return traits;
  }

  private List<Include> includes() throws IOException {
    List<Include> includes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      includes.add(new Include(text(), place(), in.readBoolean()));
    }
    return includes;
  }

  private List<Notify> notifies() throws IOException {
    List<Notify> notifies = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      notifies.add(new Notify(text(), place(), place()));
    }
    return notifies;
  }

  private List<Mention> mentions() throws IOException {
    List<Mention> mentions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      mentions.add(new Mention(text(), place()));
    }
    return mentions;
  }

  private Location place() throws IOException {
    int line = in.readInt();
    int column = in.readInt();
    return line == 0 ? Location.NONE : new Location(file, line, column);
  }

  private String text() throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private Object value() throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case '0' -> null;
      case '?' -> Given.UNKNOWN;
      case 'L' -> list();
      case 'M' -> map();
      case 'T' -> Duration.ofMillis(in.readLong());
      case 'S' -> text();
      case 'I' -> Integer.valueOf(text());
      case 'J' -> Long.valueOf(text());
      case 'B' -> Boolean.valueOf(text());
      case 'F' -> Double.valueOf(text());
      case 'D' -> new BigDecimal(text());
      case 'N' -> new BigInteger(text());
      default -> throw new IOException("no such kind of value: " + kind);
    };
  }

  private List<Object> list() throws IOException {
    List<Object> items = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      items.add(value());
    }
    return items;
  }

  private Map<String, Object> map() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = text();
      map.put(key, value());
    }
    return map;
  }
}
