package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/** Mounts in the words of {@code --mount}: fields with commas between them, as in CSV. */
final class Mounts {

  private static final List<String> KNOWN =
      List.of(
          "type",
          "source",
          "target",
          "readOnly",
          "propagation",
          "noCopy",
          "tmpfsSize",
          "tmpfsMode",
          "volumeDriver",
          "volumeOptions",
          "labels");

  private Mounts() {}

  static List<String> read(Node container) {
    List<String> mounts = new ArrayList<>();
    for (Node each : container.at("HostConfig", "Mounts").items()) {
      long mode = each.at("TmpfsOptions", "Mode").number();
      mounts.add(
          spelled(
              each.at("Type").text(),
              each.at("Source").text(),
              each.at("Target").text(),
              each.at("ReadOnly").truth(),
              each.at("BindOptions", "Propagation").text(),
              each.at("VolumeOptions", "NoCopy").truth(),
              each.at("TmpfsOptions", "SizeBytes").text(),
              mode == 0 ? "" : Long.toOctalString(mode),
              each.at("VolumeOptions", "DriverConfig", "Name").text(),
              each.at("VolumeOptions", "DriverConfig", "Options").pairs(),
              each.at("VolumeOptions", "Labels").pairs()));
    }
    return mounts;
  }

  static List<String> given(List<Map<String, Object>> arguments) {
    List<String> mounts = new ArrayList<>();
    for (Map<String, Object> argument : arguments) {
      Map<String, Object> each = Fields.of("a mount", argument, KNOWN);
      String type = text(each, "type", "volume");
      String target = text(each, "target", "");
      if (!target.startsWith("/") || !List.of("bind", "volume", "tmpfs").contains(type)) {
        throw new PlanException(
            "a mount needs an absolute target, and type bind, volume or tmpfs", "");
      }
      Object size = each.get("tmpfsSize");
      mounts.add(
          spelled(
              type,
              text(each, "source", ""),
              target,
              Fields.truth(each, "readOnly"),
              text(each, "propagation", ""),
              Fields.truth(each, "noCopy"),
              size == null ? "" : Sizes.bytes("tmpfsSize", size.toString()),
              text(each, "tmpfsMode", "").replaceFirst("^0+(?=.)", ""),
              text(each, "volumeDriver", ""),
              pairs(each, "volumeOptions"),
              pairs(each, "labels")));
    }
    return mounts;
  }

  private static String text(Map<String, Object> mount, String field, String usual) {
    Object value = mount.get(field);
    return value == null ? usual : value.toString();
  }

  private static List<String> pairs(Map<String, Object> mount, String field) {
    return mount.get(field) instanceof Map<?, ?> map ? Settings.pairs(map) : List.of();
  }

  private static String spelled(
      String type,
      String source,
      String target,
      boolean readOnly,
      String propagation,
      boolean noCopy,
      String size,
      String mode,
      String driver,
      List<String> options,
      List<String> labels) {
    StringBuilder words = new StringBuilder("type=" + type);
    field(words, "source", source);
    field(words, "target", target);
    words.append(readOnly ? ",readonly" : "");
    field(words, "bind-propagation", propagation);
    words.append(noCopy ? ",volume-nocopy" : "");
    field(words, "tmpfs-size", size);
    field(words, "tmpfs-mode", mode);
    field(words, "volume-driver", driver);
    options.stream().sorted().forEach(pair -> field(words, "volume-opt", pair));
    labels.stream().sorted().forEach(pair -> field(words, "volume-label", pair));
    return words.toString();
  }

  private static void field(StringBuilder words, String name, String value) {
    if (!value.isEmpty()) {
      String field = name + "=" + value;
      boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0;
      words.append(',').append(plain ? field : "\"" + field.replace("\"", "\"\"") + "\"");
    }
  }
}
