package kit.preflight;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import kit.model.Location;
import kit.model.Role;
import kit.project.Project;
import kit.spi.PlanException;
import kit.template.Inspection.Needs;

/**
 * What the calls of a playbook want of the controller, kept from a start at which nothing was wrong
 * with it: planning them anew takes longer than looking whether all is still there as it was. They
 * count for the same playbook, the same build of kit and templates of the same content.
 */
final class Notes {

  private static final int VERSION = 2;

  /** Files that calls want: the usual folder, the name, and the folder of the role or nothing. */
  private final Set<List<String>> files = new LinkedHashSet<>();

  private final Map<String, Needs> templates = new LinkedHashMap<>();

  void file(String folder, String name, Optional<Role> role) {
    files.add(List.of(folder, name, role.map(its -> its.folder().toString()).orElse("")));
  }

  void template(String path, Needs needs) {
    templates.put(path, needs);
  }

  Map<String, Needs> templates() {
    return templates;
  }

  /** The notes that were kept, if all of them still hold. */
  static Optional<Notes> read(Path file, String key, Project project) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      Notes notes = new Notes();
      boolean holds = in.readInt() == VERSION && in.readUTF().equals(key);
      for (int left = holds ? in.readInt() : 0; left > 0; left--) {
        String folder = in.readUTF();
        String name = in.readUTF();
        String home = in.readUTF();
        Optional<Role> role =
            home.isEmpty() ? Optional.empty() : Optional.of(Role.plain(Path.of(home)));
        project.isFolder(folder, name, role);
        notes.file(folder, name, role);
      }
      for (int left = holds ? in.readInt() : 0; left > 0 && holds; left--) {
        holds = notes.template(in);
      }
      return holds ? Optional.of(notes) : Optional.empty();
    } catch (IOException | PlanException e) {
      return Optional.empty();
    }
  }

  /** Reads the notes of one template; false if it has changed. */
  private boolean template(DataInputStream in) throws IOException {
    String path = in.readUTF();
    List<Path> parts = new ArrayList<>();
    boolean same = true;
    for (int left = in.readInt(); left > 0; left--) {
      Path part = Path.of(in.readUTF());
      same &= in.readLong() == sum(part);
      parts.add(part);
    }
    Map<String, Location> reads = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      reads.put(in.readUTF(), new Location(in.readUTF(), in.readInt(), in.readInt()));
    }
    Set<String> own = new LinkedHashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      own.add(in.readUTF());
    }
    template(path, new Needs(reads, own, List.of(), parts));
    return same;
  }

  /** Keeps the notes; if that fails, the calls are planned again the next time. */
  void write(Path file, String key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeUTF(key);
      out.writeInt(files.size());
      for (List<String> each : files) {
        out.writeUTF(each.get(0));
        out.writeUTF(each.get(1));
        out.writeUTF(each.get(2));
      }
      out.writeInt(templates.size());
      for (Map.Entry<String, Needs> each : templates.entrySet()) {
        out.writeUTF(each.getKey());
        write(each.getValue(), out);
      }
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), "new", "");
      Files.write(part, bytes.toByteArray());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // a cache that cannot be written is none
    }
  }

  private static void write(Needs needs, DataOutputStream out) throws IOException {
    out.writeInt(needs.files().size());
    for (Path part : needs.files()) {
      out.writeUTF(part.toString());
      out.writeLong(sum(part));
    }
    out.writeInt(needs.reads().size());
    for (Map.Entry<String, Location> read : needs.reads().entrySet()) {
      out.writeUTF(read.getKey());
      out.writeUTF(read.getValue().file());
      out.writeInt(read.getValue().line());
      out.writeInt(read.getValue().column());
    }
    out.writeInt(needs.own().size());
    for (String name : needs.own()) {
      out.writeUTF(name);
    }
  }

  /** Length and checksum: quick in a cold JVM, and enough where nobody wants to deceive. */
  private static long sum(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue() << 31 ^ bytes.length;
  }
}
