package kit.modules.docker;

import kit.spi.PlanException;

/**
 * Name of an image, as people write it.
 *
 * @param repository with its registry unless that is Docker's own
 * @param tag {@code latest} by default; empty with a digest
 * @param digest {@code sha256:...}; empty for none
 */
record ImageName(String repository, String tag, String digest) {

  static ImageName of(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String rest = at < 0 ? text : text.substring(0, at);
    int colon = rest.lastIndexOf(':');
    boolean tagged = colon > rest.lastIndexOf('/');
    String repository = tagged ? rest.substring(0, colon) : rest;
    String tag = !digest.isEmpty() ? "" : tagged ? rest.substring(colon + 1) : "latest";
    for (String own : new String[] {"index.docker.io/", "docker.io/", "library/"}) {
      repository = repository.startsWith(own) ? repository.substring(own.length()) : repository;
    }
    return new ImageName(repository, tag, digest);
  }

  /**
   * The name of an argument.
   *
   * @throws PlanException if no image can be called so
   */
  static ImageName checked(String text) {
    boolean good = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      good &= letter || "_./:@-".indexOf(c) >= 0;
    }
    if (!good || text.endsWith(":") || text.endsWith("/") || text.endsWith("@")) {
      throw new PlanException("'" + text + "' is no image", "REPOSITORY:TAG, as in shop/web:1.2");
    }
    return of(text);
  }

  /** {@code busybox:latest}, or with a digest. */
  String familiar() {
    return digest.isEmpty() ? repository + ":" + tag : repository + "@" + digest;
  }

  /** Whether an image as docker inspect tells of it is meant; ids are names too. */
  boolean names(Node image) {
    String id = image.at("Id").text();
    boolean bare = tag.equals("latest") && digest.isEmpty();
    return image.at("RepoTags").texts().contains(familiar())
        || image.at("RepoDigests").texts().contains(familiar())
        || id.equals(repository + ":" + tag)
        || bare && repository.length() > 6 && id.startsWith("sha256:" + repository);
  }
}
