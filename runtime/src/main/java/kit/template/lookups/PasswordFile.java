package kit.template.lookups;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.template.filters.Filters;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;

/** A random password that is kept in a file, so that it is the same the next time. */
final class PasswordFile {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String SALT = LETTERS + "0123456789./";
  private final Controller controller;

  PasswordFile(Controller controller) {
    this.controller = controller;
  }

  /** {@code path length=15 chars=ascii_letters,digits encrypt=sha512_crypt}. */
  String of(String term, Map<String, Object> given) {
    Map<String, Object> options = new LinkedHashMap<>(given);
    StringBuilder name = new StringBuilder();
    for (String word : term.split(" ")) {
      int equals = word.indexOf('=');
      boolean option =
          equals > 0 && "length chars encrypt seed ident".contains(word.substring(0, equals));
      if (option) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        name.append(name.length() == 0 ? "" : " ").append(word);
      }
    }
    Path file = controller.project().resolve(ProjectFiles.home(name.toString()));
    String encrypt = Lookups.option(options, "encrypt", "");
    String kept =
        file.toString().equals("/dev/null") ? fresh(options) : kept(file, options, encrypt);
    int mark = kept.indexOf(" salt=");
    String password = mark < 0 ? kept : kept.substring(0, mark);
    if (encrypt.isEmpty()) {
      return password;
    }
    Map<String, Object> salt =
        mark < 0 ? Map.of() : Map.of("salt", kept.substring(mark + 6).split(" ")[0]);
    return Text.str(Filters.find("password_hash").call(new Object[] {password, encrypt}, salt));
  }

  /** The line in the file; hosts that render at the same time get the same one. */
  private static String kept(Path file, Map<String, Object> options, String encrypt) {
    // A lock on the file keeps other programs out, but not other threads of this one.
    synchronized (PasswordFile.class) {
      return locked(file, options, encrypt);
    }
  }

  private static String locked(Path file, Map<String, Object> options, String encrypt) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      var open =
          EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (FileChannel channel = FileChannel.open(file, open, mode);
          FileLock lock = channel.lock()) {
        byte[] bytes = Channels.newInputStream(channel).readAllBytes();
        String line = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        boolean salted = encrypt.isEmpty() || line.contains(" salt=");
        if (line.isEmpty() || !salted) {
          line = line.isEmpty() ? fresh(options) : line;
          line =
              encrypt.isEmpty()
                  ? line
                  : line + " salt=" + random(SALT, encrypt.contains("md5") ? 8 : 16);
          channel.position(0);
          channel.write(java.nio.ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        assert lock.isValid();
        return line;
      }
    } catch (IOException e) {
      throw new PythonError("the password file " + file + " cannot be used: " + e.getMessage());
    }
  }

  private static String fresh(Map<String, Object> options) {
    Object length = Numbers.parse(Lookups.option(options, "length", "20"), 10);
    Object chars = options.get("chars");
    StringBuilder allowed = new StringBuilder();
    Object sets =
        chars instanceof CharSequence text ? java.util.List.of(text.toString().split(",")) : chars;
    for (Object set :
        sets == null ? java.util.List.of("ascii_letters", "digits", ".,:-_") : Items.of(sets)) {
      allowed.append(set(Text.str(set)));
    }
    return random(allowed.toString(), Numbers.index(length));
  }

  private static String set(String name) {
    return switch (name) {
      case "ascii_letters" -> LETTERS;
      case "ascii_lowercase" -> LETTERS.substring(0, 26);
      case "ascii_uppercase" -> LETTERS.substring(26);
      case "digits" -> "0123456789";
      case "hexdigits" -> "0123456789abcdefABCDEF";
      case "octdigits" -> "01234567";
      case "punctuation" -> "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
      default -> name;
    };
  }

  private static String random(String chars, int length) {
    SecureRandom random = new SecureRandom();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(chars.charAt(random.nextInt(chars.length())));
    }
    return out.toString();
  }
}
