# A program out of a Debian package of another release, through the mirror that apt here is set up
# with. Nothing is installed.

# from_release RELEASE PACKAGE FILE: its content under $CACHE/PACKAGE, unless FILE is there already
from_release() {
  [ ! -x "$CACHE/$2/$3" ] || return 0
  _site=$(apt-get indextargets --format '$(CREATED_BY) $(COMPONENT) $(CODENAME) $(REPO_URI) $(SIGNED_BY)' |
    awk '$1 == "Packages" && $2 == "main" && $4 ~ /\/debian\/?$/ { print $4; exit }')
  [ -n "$_site" ] || die "apt knows no Debian mirror, so no $2"
  _d=$(mktemp -d); trap 'rm -rf "$_d"' EXIT
  chmod 0755 "$_d"
  _release=$1 _package=$2
  mkdir -p "$_d/lists/partial" "$_d/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $_site $_release main" >"$_d/sources.list"
  set -- -q -o Dir::Etc::sourcelist="$_d/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$_d/lists" -o Dir::Cache="$_d/cache" -o Acquire::Languages=none
  (cd "$_d" && timeout 120 apt-get "$@" update && timeout 240 apt-get "$@" download "$_package") >"$CACHE/$_package.log" 2>&1 ||
    die "no $_package from $_release (log: $CACHE/$_package.log)"
  rm -rf "$CACHE/$_package"
  dpkg -x "$_d/${_package}"_*.deb "$_d/root"
  mv "$_d/root" "$CACHE/$_package"
}
