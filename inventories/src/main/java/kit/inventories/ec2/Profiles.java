package kit.inventories.ec2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kit.spi.inventory.SourceFailure;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The profiles of {@code ~/.aws}. */
final class Profiles {
  private final ProfileFile file;
  private final String where;

  private Profiles(ProfileFile file, String where) {
    this.file = file;
    this.where = where;
  }

  /** Files that are not there are empty ones. */
  static Profiles read(Path config, Path credentials) {
    ProfileFile.Aggregator all = ProfileFile.aggregator();
    add(all, config, ProfileFile.Type.CONFIGURATION);
    add(all, credentials, ProfileFile.Type.CREDENTIALS);
    return new Profiles(all.build(), config + " or " + credentials);
  }

  ProfileFile file() {
    return file;
  }

  Optional<Profile> find(String name) {
    return file.profile(name);
  }

  Profile get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new SourceFailure(
                    "there is no profile '" + name + "' in " + where,
                    "the profiles there: " + String.join(", ", file.profiles().keySet())));
  }

  private static void add(ProfileFile.Aggregator all, Path path, ProfileFile.Type type) {
    if (!Files.isRegularFile(path)) {
      return;
    }
    try {
      all.addFile(ProfileFile.builder().content(path).type(type).build());
    } catch (RuntimeException e) {
      throw new SourceFailure(path + " cannot be read: " + e.getMessage(), "");
    }
  }
}
