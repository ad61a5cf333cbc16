package kit.modules.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Source;
import kit.spi.Step;

/**
 * Unpacks an archive into a directory of the host: tar, plain or by gzip, bzip2, xz or zstd, and
 * zip, with what the host has.
 *
 * <pre>{@code
 * unarchive src: 'shop-1.4.tar.gz', dest: '/srv/shop', owner: 'shop'
 * unarchive src: '/opt/tool.zip', dest: '/opt', remoteSrc: true, exclude: ['*.md']
 * unarchive src: 'app.tar.xz', dest: '/opt', creates: '/opt/app-1.4'
 * }</pre>
 *
 * <p>Nothing is unpacked while all that is in the archive is there with the same content; files
 * that are there beside it stay. An archive of the controller is compared by checksums (bzip2, xz
 * and zstd cannot be looked into there and need {@code creates}), one of the host by GNU tar, or by
 * size and time with other tars. An archive is refused if a name in it leads out of {@code dest},
 * also by a link, or if it holds devices. The result has {@code src, dest, handler, files}.
 *
 * @param src the archive: looked for in {@code files/} of the role and beside the playbook, or
 *     absolute on the host if {@code remoteSrc} is on
 * @param dest absolute path of an existing directory on the host, or from a home directory
 * @param remoteSrc whether {@code src} is on the host; off by default
 * @param creates path; if anything is there, nothing is unpacked
 * @param include names, directories or globs of what is unpacked; all by default
 * @param exclude names, directories or globs of what is not
 * @param extraOpts further options of tar or unzip, such as {@code --strip-components=1}
 * @param keepNewer whether files that are newer than in the archive stay; off by default; for tar
 * @param listFiles whether the result's {@code files} lists the names; off by default
 * @param mode permissions of all that is unpacked, {@code '0644'} or {@code 'u=rwX,go=rX'}; as in
 *     the archive by default
 * @param owner user name or number of all that is unpacked
 * @param group group name or number of all that is unpacked
 */
@FileRights
@Lacks(value = "copy", instead = "remoteSrc: true takes an archive that is on the host")
@Lacks(value = "ioBufferSize", instead = "leave it out")
@Lacks(
    value = "validateCerts",
    instead = "getUrl brings an archive to the host, with validateCerts")
public record Unarchive(
    String src,
    String dest,
    @Default("false") boolean remoteSrc,
    Optional<String> creates,
    List<String> include,
    List<String> exclude,
    List<String> extraOpts,
    @Default("false") boolean keepNewer,
    @Default("false") boolean listFiles,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  private static final int SHOWN = 100;

  @Override
  public String label() {
    return dest;
  }

  @Override
  public Plan plan(Host host) {
    Selection selection = Selection.of(include, exclude, extraOpts);
    Permissions permissions = new Permissions(mode, owner, group);
    Optional<Source> source = remoteSrc ? Optional.empty() : Optional.of(host.source("files", src));
    Optional<Archive> own =
        source.map(file -> host.once("archive", () -> Archive.of(file.bytes(), src)));
    String place = HostPath.of(host, dest, "dest");
    Unpackers tools = new Unpackers();
    Optional<String> made = creates.map(path -> HostPath.of(host, path, "creates"));
    Stat folder = new Stat(place, true);
    if (made.isPresent()) {
      host.askAll(folder, tools, new Stat(made.get(), false));
    } else {
      host.askAll(folder, tools);
    }
    if (made.isPresent()) {
      String path = made.get();
      if (host.ask(new Stat(path, false)).exists()) {
        return Plan.unchanged(path + " exists", Map.of("dest", place));
      }
    }
    if (host.ask(new Stat(place, true)).type() != Type.DIRECTORY) {
      return Plan.refused(
          "there is no directory " + place,
          "make it first: file path: '" + place + "', state: 'directory'");
    }
    Set<String> programs = host.ask(tools);
    if (own.isPresent()) {
      Unpacking unpacking = unpacking(Optional.empty(), own.get().format(), programs, place);
      return unpacking.objection().isPresent()
          ? lacking(unpacking)
          : own.get().format().readable()
              ? compared(host, own.get(), unpacking, selection, permissions, source)
              : blind(unpacking, source.orElseThrow(), selection, permissions);
    }
    RemoteArchive remote = new RemoteArchive(HostPath.of(host, src, "src"), place, extraOpts);
    ArchiveFormat format = remote.format(host);
    Unpacking unpacking = unpacking(Optional.of(remote.path()), format, programs, place);
    return unpacking.objection().isPresent()
        ? lacking(unpacking)
        : compared(
            host, remote.read(host, format, programs), unpacking, selection, permissions, source);
  }

  private Unpacking unpacking(
      Optional<String> path, ArchiveFormat format, Set<String> programs, String place) {
    if (keepNewer && format == ArchiveFormat.ZIP) {
      throw new PlanException("keepNewer is for tar archives", "leave it out");
    }
    return new Unpacking(path, format, programs, place, extraOpts, keepNewer);
  }

  private static Plan lacking(Unpacking unpacking) {
    String program = unpacking.format() == ArchiveFormat.ZIP ? "unzip" : "tar";
    return Plan.refused(
        unpacking.objection().orElse(""),
        "install it: packages name: '"
            + (unpacking.programs().contains(program) ? unpacking.format().program() : program)
            + "'");
  }

  /** Without a look into it, only creates tells whether it is to be unpacked. */
  private Plan blind(
      Unpacking unpacking, Source source, Selection selection, Permissions permissions) {
    String word = unpacking.format().word();
    if (creates.isEmpty() || selection.partial() || !permissions.none()) {
      return Plan.refused(
          "kit cannot look into a " + word + " archive of the controller",
          creates.isEmpty()
              ? "give creates: what it makes, or copy it first and use remoteSrc: true"
              : "copy it first and use remoteSrc: true");
    }
    return Plan.change("unpack " + src + " into " + unpacking.dest())
        .diff(Diff.of(unpacking.dest(), "", "what is in " + src + "\n"))
        .step(Step.Run.of(unpacking.checked()).reading(source.bytes()))
        .touches(Resource.tree(unpacking.dest()))
        .value("src", src)
        .value("dest", unpacking.dest())
        .value("handler", word);
  }

  private Plan compared(
      Host host,
      Archive archive,
      Unpacking unpacking,
      Selection selection,
      Permissions permissions,
      Optional<Source> source) {
    List<Member> selected = selection.of(archive.members());
    List<Member> members = selection.placed(selected);
    Optional<String> breach =
        Containment.breach(selected)
            .or(() -> Containment.breach(members))
            .or(() -> selection.torn(selected));
    if (breach.isPresent()) {
      return Plan.refused(
          src + " is not unpacked: " + breach.get(), "exclude leaves out what is not wanted");
    }
    Unpacked there = new Unpacked(host, unpacking.dest(), members, archive.different(), keepNewer);
    List<Member> missing = there.missing();
    Optional<String> out = there.wayOut();
    if (out.isPresent()) {
      return Plan.refused(
          out.get() + " is a link that leads out of " + unpacking.dest(),
          "remove it first, or unpack where it leads");
    }
    List<Member> wrong = wrong(there, permissions);
    Map<String, Object> values = values(unpacking, members);
    if (missing.isEmpty() && wrong.isEmpty()) {
      return Plan.unchanged("all of " + src + " is in " + unpacking.dest(), values);
    }
    Change change = Plan.change(summary(unpacking, missing, wrong));
    if (!missing.isEmpty()) {
      Optional<List<Member>> only = selection.partial() ? Optional.of(selected) : Optional.empty();
      Step.Run run = Step.Run.of(unpacking.script(only));
      change =
          change
              .diff(Diff.of(unpacking.dest(), "", listed(missing)))
              .step(source.isPresent() ? run.reading(source.get().bytes()) : run);
    }
    if (!permissions.none()) {
      change = change.run(unpacking.permissions(permissions, members));
      if (missing.isEmpty()) {
        change = change.diff(Diff.of("permissions in " + unpacking.dest(), "", listed(wrong)));
      }
    }
    for (Map.Entry<String, Object> value : values.entrySet()) {
      change = change.value(value.getKey(), value.getValue());
    }
    return change.touches(Resource.tree(unpacking.dest()));
  }

  private String summary(Unpacking unpacking, List<Member> missing, List<Member> wrong) {
    return missing.isEmpty()
        ? "set permissions of " + wrong.size() + " in " + unpacking.dest()
        : "unpack " + src + " into " + unpacking.dest();
  }

  private static List<Member> wrong(Unpacked there, Permissions permissions) {
    List<Member> wrong = new ArrayList<>();
    if (!permissions.none()) {
      for (Map.Entry<Member, PathStat> entry : there.there().entrySet()) {
        if (entry.getValue().exists() && !permissions.held(entry.getValue())) {
          wrong.add(entry.getKey());
        }
      }
    }
    return wrong;
  }

  private static String listed(List<Member> members) {
    StringBuilder text = new StringBuilder();
    for (Member member : members.subList(0, Math.min(SHOWN, members.size()))) {
      text.append(member.place()).append('\n');
    }
    return members.size() > SHOWN ? text.append("and more\n").toString() : text.toString();
  }

  private Map<String, Object> values(Unpacking unpacking, List<Member> members) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("src", src);
    values.put("dest", unpacking.dest());
    values.put("handler", unpacking.format().word());
    if (listFiles) {
      List<String> files = new ArrayList<>();
      for (Member member : members) {
        files.add(member.place());
      }
      values.put("files", files);
    }
    return values;
  }
}
