package kit.script.compiler;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kit.catalog.Given;
import kit.model.Location;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Include;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.ScriptIndex.ModuleCall;
import kit.script.language.ScriptIndex.Notify;
import kit.script.language.ScriptIndex.RoleCall;
import kit.script.language.ScriptIndex.Trait;

/** Writes an index in the form that {@link IndexReader} reads. Places are written without file. */
final class IndexWriter {

  private final DataOutputStream out;

  IndexWriter(DataOutputStream out) {
    this.out = out;
  }

  void write(ScriptIndex index) throws IOException {
    calls(index.calls());
    out.writeInt(index.notifies().size());
    for (Notify notify : index.notifies()) {
      text(notify.name());
      place(notify.location());
      place(notify.play());
    }
    mentions(index.handlers());
    mentions(index.tags());
    mentions(index.reads());
    mentions(index.declares());
    mentions(index.asked());
    mentions(index.facts());
    mentions(index.others());
    mentions(index.hosts());
    mentions(index.varsFiles());
    out.writeInt(index.includes().size());
    for (Include include : index.includes()) {
      text(include.path());
      place(include.location());
      out.writeBoolean(include.body());
    }
    calls(index.defaults());
    mentions(index.questions());
    roles(index.roles());
    out.writeInt(index.locals().size());
    for (String name : index.locals()) {
      text(name);
    }
    out.writeInt(index.traits().size());
    for (Trait trait : index.traits()) {
      out.writeByte(trait.ordinal());
    }
  }

  private void calls(List<ModuleCall> calls) throws IOException {
    out.writeInt(calls.size());
    for (ModuleCall call : calls) {
      text(call.name());
      place(call.location());
      out.writeBoolean(call.open());
      out.writeBoolean(call.guarded());
      given(call.given());
    }
  }

  private void roles(List<RoleCall> roles) throws IOException {
    out.writeInt(roles.size());
    for (RoleCall role : roles) {
      text(role.name());
      place(role.location());
      out.writeBoolean(role.open());
      out.writeBoolean(role.body());
      given(role.given());
    }
  }

  private void given(List<Given> all) throws IOException {
    out.writeInt(all.size());
    for (Given given : all) {
      text(given.name().orElse(""));
      value(given.value());
      place(given.location());
    }
  }

  private void mentions(List<Mention> mentions) throws IOException {
    out.writeInt(mentions.size());
    for (Mention mention : mentions) {
      text(mention.name());
      place(mention.location());
    }
  }

  private void place(Location location) throws IOException {
    out.writeInt(location.line());
    out.writeInt(location.column());
  }

  /** writeUTF ends at 64 KB. */
  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void value(Object value) throws IOException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof Collection<?> items) {
      out.writeByte('L');
      out.writeInt(items.size());
      for (Object item : items) {
        value(item);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte('M');
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text(String.valueOf(entry.getKey()));
        value(entry.getValue());
      }
    } else {
      scalar(value);
    }
  }

  private void scalar(Object value) throws IOException {
    if (value instanceof Duration duration) {
      out.writeByte('T');
      out.writeLong(duration.toMillis());
      return;
    }
    int kind =
        value instanceof String
            ? 'S'
            : value instanceof Integer
                ? 'I'
                : value instanceof Long
                    ? 'J'
                    : value instanceof Boolean
                        ? 'B'
                        : value instanceof Double
                            ? 'F'
                            : value instanceof BigDecimal
                                ? 'D'
                                : value instanceof BigInteger ? 'N' : '?';
    out.writeByte(kind);
    if (kind != '?') {
      text(value.toString());
    }
  }
}
