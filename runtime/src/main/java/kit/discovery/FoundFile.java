package kit.discovery;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;

/** The form in which the answer of a source is kept. */
final class FoundFile {

  private FoundFile() {}

  static void write(Found found, DataOutputStream out) throws IOException {
    value(found.warnings(), out);
    out.writeInt(found.hosts().size());
    for (FoundHost host : found.hosts()) {
      value(host.name(), out);
      value(host.groups(), out);
      value(host.vars(), out);
    }
  }

  static Found read(DataInputStream in) throws IOException {
    List<String> warnings = texts(value(in));
    List<FoundHost> hosts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = (String) value(in);
      List<String> groups = texts(value(in));
      Map<String, Object> vars = new LinkedHashMap<>();
      ((Map<?, ?>) value(in)).forEach((key, value) -> vars.put((String) key, value));
      hosts.add(new FoundHost(name, groups, vars));
    }
    return new Found(hosts, warnings);
  }

  private static List<String> texts(Object list) {
    List<String> texts = new ArrayList<>();
    ((List<?>) list).forEach(each -> texts.add((String) each));
    return texts;
  }

  private static void value(Object value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeByte('n');
    } else if (value instanceof Boolean truth) {
      out.writeByte(truth ? 't' : 'f');
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeByte('i');
      out.writeLong(((Number) value).longValue());
    } else if (value instanceof BigInteger large) {
      out.writeByte('b');
      out.writeUTF(large.toString());
    } else if (value instanceof Number number) {
      out.writeByte('d');
      out.writeDouble(number.doubleValue());
    } else if (value instanceof List<?> list) {
      out.writeByte('l');
      out.writeInt(list.size());
      for (Object each : list) {
        value(each, out);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte('m');
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(entry.getKey().toString(), out);
        value(entry.getValue(), out);
      }
    } else {
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      out.writeByte('s');
      out.writeInt(text.length);
      out.write(text);
    }
  }

  private static Object value(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    switch (kind) {
      case 'n':
        return null;
      case 't', 'f':
        return kind == 't';
      case 'i':
        long number = in.readLong();
        return number == (int) number ? (Object) (int) number : (Object) number;
      case 'b':
        return new BigInteger(in.readUTF());
      case 'd':
        return in.readDouble();
      case 'l':
        List<Object> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          list.add(value(in));
        }
        return list;
      case 'm':
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
          map.put((String) value(in), value(in));
        }
        return map;
      case 's':
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      default:
        throw new IOException("no kept answer");
    }
  }
}
