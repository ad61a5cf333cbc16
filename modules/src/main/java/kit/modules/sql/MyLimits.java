package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.spi.PlanException;

/**
 * What a user's connections must show, and how much they may ask for.
 *
 * @param tls SSL, X509 or NONE; or SUBJECT, ISSUER and CIPHER with what they must be
 * @param limits numbers by what they limit: {@code MAX_QUERIES_PER_HOUR}, ...
 */
record MyLimits(Map<String, Object> tls, Map<String, Object> limits) {

  private static final Map<String, String> COLUMNS =
      Map.of(
          "MAX_QUERIES_PER_HOUR", "max_questions",
          "MAX_UPDATES_PER_HOUR", "max_updates",
          "MAX_CONNECTIONS_PER_HOUR", "max_connections",
          "MAX_USER_CONNECTIONS", "max_user_connections",
          "MAX_STATEMENT_TIME", "max_statement_time");

  private static final List<String> DETAILS = List.of("SUBJECT", "ISSUER", "CIPHER");

  MyLimits {
    tls = capitals(tls);
    limits = capitals(limits);
    for (String key : tls.keySet()) {
      if (!DETAILS.contains(key) && !List.of("SSL", "X509", "NONE").contains(key)) {
        throw new PlanException(
            "tlsRequires has '" + key + "'", "SSL, X509, NONE, SUBJECT, ISSUER, CIPHER");
      }
    }
    for (Map.Entry<String, Object> limit : limits.entrySet()) {
      if (!COLUMNS.containsKey(limit.getKey())) {
        throw new PlanException(
            "resourceLimits has '" + limit.getKey() + "'", "MAX_QUERIES_PER_HOUR, ...");
      }
      if (!String.valueOf(limit.getValue()).chars().allMatch(Character::isDigit)) {
        throw new PlanException("the limit '" + limit.getValue() + "' is no number", "");
      }
    }
  }

  private static Map<String, Object> capitals(Map<String, Object> map) {
    Map<String, Object> all = new LinkedHashMap<>();
    map.forEach((key, value) -> all.put(key.toUpperCase(Locale.ROOT), value));
    return all;
  }

  /** What of mysql.user tells about them: the demand, and each limit; with a comma in front. */
  String columns() {
    StringBuilder columns =
        new StringBuilder(", CONCAT_WS('\\n', ssl_type, x509_subject, x509_issuer, ssl_cipher)");
    limits.keySet().forEach(key -> columns.append(", 0 + ").append(COLUMNS.get(key)));
    return columns.toString();
  }

  /**
   * What makes up for the difference.
   *
   * @param account as SQL has it
   * @param found the values of {@link #columns}; none if there is no such user yet
   */
  List<String> statements(String account, List<String> found) {
    List<String> statements = new ArrayList<>();
    if (!tls.isEmpty() && !(found.isEmpty() ? "\n\n\n" : found.get(0)).equals(kept())) {
      statements.add("ALTER USER " + account + " REQUIRE " + demand());
    }
    StringBuilder with = new StringBuilder();
    int at = 1;
    for (Map.Entry<String, Object> limit : limits.entrySet()) {
      double has = found.isEmpty() ? 0 : Double.parseDouble(found.get(at++));
      if (has != Double.parseDouble(String.valueOf(limit.getValue()))) {
        with.append(' ').append(limit.getKey()).append(' ').append(limit.getValue());
      }
    }
    if (!with.isEmpty()) {
      statements.add("ALTER USER " + account + " WITH" + with);
    }
    return statements;
  }

  private boolean details() {
    return tls.keySet().stream().anyMatch(DETAILS::contains);
  }

  /** As the server keeps the demand, the details in their order. */
  private String kept() {
    StringBuilder kept = new StringBuilder();
    if (details()) {
      kept.append("SPECIFIED");
    } else {
      kept.append(tls.containsKey("X509") ? "X509" : tls.containsKey("SSL") ? "ANY" : "");
    }
    for (String detail : DETAILS) {
      kept.append('\n').append(tls.getOrDefault(detail, ""));
    }
    return kept.toString();
  }

  /** Details make SSL and X509 unnecessary, as in Ansible. */
  private String demand() {
    if (!details()) {
      return tls.containsKey("X509") ? "X509" : tls.containsKey("SSL") ? "SSL" : "NONE";
    }
    List<String> all = new ArrayList<>();
    for (String detail : DETAILS) {
      if (tls.containsKey(detail)) {
        all.add(detail + " " + SqlText.escaped(String.valueOf(tls.get(detail))));
      }
    }
    return String.join(" AND ", all);
  }
}
