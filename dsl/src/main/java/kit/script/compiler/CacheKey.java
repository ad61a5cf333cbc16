package kit.script.compiler;

import groovy.lang.GroovySystem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kit.catalog.ModuleCatalog;
import kit.script.language.Place;
import kit.script.language.Verbs;

/**
 * What a compiled script depends on: its text, the words of the language, Groovy, and the build of
 * kit that rewrote it. Arguments of modules are not part of it: they are checked at every start.
 */
final class CacheKey {

  private final Verbs verbs;
  private final ModuleCatalog catalog;

  CacheKey(Verbs verbs, ModuleCatalog catalog) {
    this.verbs = verbs;
    this.catalog = catalog;
  }

  String of(String text, Place top, boolean watched) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, text);
      add(digest, top.name() + (watched ? " watched" : ""));
      add(digest, GroovySystem.getVersion());
      for (String word : verbs.words()) {
        add(digest, word);
      }
      for (String name : catalog.names()) {
        add(digest, name);
      }
      add(digest, build());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** Size and time of the jar that kit runs from. */
  private static String build() {
    CodeSource source = CacheKey.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "";
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      Path file =
          Files.isDirectory(place) ? place.resolve("kit/script/compiler/Rewriter.class") : place;
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.size() + " " + attributes.lastModifiedTime();
    } catch (IOException | URISyntaxException e) {
      return "";
    }
  }
}
