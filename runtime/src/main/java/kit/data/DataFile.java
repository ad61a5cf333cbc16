package kit.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/**
 * A file of values, in YAML or JSON, plain or vaulted.
 *
 * @param root what the file holds: usually a map, null if it is empty
 * @param settings the top-level names if the root is a map, each with its line
 * @param warnings what the user should know, for example of a name written twice
 */
public record DataFile(Object root, Map<String, Setting> settings, List<String> warnings) {

  /** Reads a file; {@code name} is how messages call it. */
  public static DataFile read(Path file, String name, Vault vault) {
    byte[] bytes = bytes(file, name);
    if (!Vault.isVaulted(bytes)) {
      return parse(text(bytes, name), name);
    }
    String vaulted = new String(bytes, StandardCharsets.UTF_8);
    byte[] plain = vault.decrypt(vaulted, new Location(name, 0, 0));
    return new VaultedFile(vault.hidden()).hidden(parse(text(plain, name), name), name);
  }

  /** Reads text in memory. */
  public static DataFile parse(String text, String name) {
    if (Json.looksLike(text)) {
      Object json = Json.tryRead(text);
      if (json instanceof Map<?, ?> map) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          Location at = new Location(name, 0, 0);
          settings.put((String) entry.getKey(), new Setting(entry.getValue(), at));
        }
        return new DataFile(map, settings, List.of());
      }
    }
    List<String> warnings = new ArrayList<>();
    YamlText yaml = new YamlText(text, name, warnings);
    Map<String, Setting> settings = yaml.settings();
    return new DataFile(yaml.root(), settings, List.copyOf(warnings));
  }

  /** The text of a file; one that is vaulted is decrypted, and secret. */
  public static String plain(Path file, String name, Vault vault) {
    byte[] bytes = bytes(file, name);
    return Vault.isVaulted(bytes)
        ? vault.text(new String(bytes, StandardCharsets.UTF_8), new Location(name, 0, 0))
        : text(bytes, name);
  }

  /** The content of a file, or a problem that says why it cannot be read. */
  public static byte[] bytes(Path file, String name) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw problem(name, "there is no such file", "check the path");
    } catch (AccessDeniedException e) {
      throw problem(name, "the file cannot be read", "check its permissions");
    } catch (IOException e) {
      throw problem(name, "the file cannot be read: " + e.getMessage(), "");
    }
  }

  /** Decodes UTF-8 strictly. */
  public static String text(byte[] bytes, String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw problem(name, "the file is not UTF-8 text", "convert it, for example with iconv");
    }
  }

  private static KitException problem(String name, String message, String hint) {
    return new KitException(new Problem(new Location(name, 0, 0), message, hint));
  }
}
