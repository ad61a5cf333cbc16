/**
 * Roles that projects share: fetched from git, directories, archives and Maven repositories,
 * written down in a lock file, packed for others. Never runs anything of a role. The only package
 * that knows archives and Maven Resolver.
 */
package kit.share;
