package kit.template.python;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Python's {@code bytes}. */
public final class Bytes implements Attributes {
  private final byte[] content;

  public Bytes(byte[] content) {
    this.content = content.clone();
  }

  public byte[] content() {
    return content.clone();
  }

  /** The charset that Python calls so. */
  public static Charset charset(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    switch (plain) {
      case "utf-8", "utf8":
        return StandardCharsets.UTF_8;
      case "latin-1", "latin1", "iso-8859-1":
        return StandardCharsets.ISO_8859_1;
      default:
        try {
          // Java writes utf-16le where Python also knows utf-16-le.
          return Charset.forName(plain.replaceAll("-([bl]e)$", "$1"));
        } catch (IllegalArgumentException e) {
          throw new PythonError("unknown encoding: " + name);
        }
    }
  }

  @Override
  public Object attribute(String name) {
    if (!name.equals("decode")) {
      return NONE;
    }
    return (Callable)
        (positional, named) -> {
          Object encoding = positional.length > 0 ? positional[0] : named.get("encoding");
          return new String(content, charset(encoding == null ? "utf-8" : Text.str(encoding)));
        };
  }

  @Override
  public String type() {
    return "bytes";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("b'");
    for (byte b : content) {
      char c = (char) (b & 255);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\', '\'' -> out.append('\\').append(c);
        default -> {
          if (c < ' ' || c > 126) {
            out.append("\\x").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('\'').toString();
  }
}
