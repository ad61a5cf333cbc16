package kit.modules.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Resource;

/** One kind of rights: how they are asked for, and what gives or takes them. */
sealed interface PgRights permits PgGrants, PgDefaults, PgMembership {

  /** The SELECT that tells which are there. */
  String select();

  /** What the SELECT speaks of and the statements change, of {@link PgPart}. */
  Set<Resource> parts();

  /** What is not there at all and had to be; empty if nothing. */
  Optional<String> missing(PgQuery.Rows found);

  /** What makes up for the difference. */
  List<String> statements(PgQuery.Rows found);

  /** What the SELECT will find afterwards. */
  PgQuery.Rows after(PgQuery.Rows found);
}
