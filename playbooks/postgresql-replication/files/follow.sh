#!/bin/sh
# follow.sh DATA UNIT PRIMARY USER SLOT: makes this server a standby, with a copy of the primary's data.
# The old data goes only when the copy is there; a copy that broke off is begun anew. The password is
# in ~postgres/.pgpass.
set -e
data=$1 unit=$2 primary=$3 user=$4 slot=$5
as_postgres() { (cd / && su -s /bin/sh postgres -c 'exec "$@"' -- sh "$@"); }

rm -rf "$data.new" "$data.old"
as_postgres pg_basebackup -w -h "$primary" -U "$user" -S "$slot" -X stream -c fast -D "$data.new"
as_postgres touch "$data.new/standby.signal"
systemctl stop "$unit"
mv "$data" "$data.old"
mv "$data.new" "$data"
systemctl start "$unit"
rm -rf "$data.old"
