/** Databases, their users and what is in them, through their own clients on the host. */
package kit.modules.sql;
