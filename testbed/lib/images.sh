# The two images. The tag is a hash of the recipe and of the controller's apt
# settings: change either and the next `up` builds anew. Cached are the
# debootstrap tarball (file) and the images (in the engine).
SUITE=bookworm

# What of the controller's apt goes into the image: settings under Acquire
# (proxy, mirrors' peculiarities; no hooks), sources of this suite, keys, local
# CAs. Never auth.conf: it holds credentials. To directory $1.
copy_apt() {
  mkdir -p "$1/etc/apt/apt.conf.d" "$1/etc/apt/sources.list.d"
  apt-config dump | grep '^Acquire::' | grep -v -e '^Acquire::Languages' -e 'DEP-11' >"$1/etc/apt/apt.conf.d/90controller"
  echo 'Acquire::Languages "none";' >>"$1/etc/apt/apt.conf.d/90controller"
  : >"$1/etc/apt/sources.list"
  for _f in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    if grep -qsE "^[^#]*[[:space:]]$SUITE([[:space:]-]|\$)" "$_f"; then cp "$_f" "$1$_f"; fi
  done
  for _d in /etc/apt/keyrings /etc/apt/trusted.gpg.d /usr/share/keyrings /usr/local/share/ca-certificates; do
    if [ -d $_d ]; then mkdir -p "$1$_d"; cp -RL $_d/. "$1$_d"; fi
  done
}

apt_state() { (cd "$1" && find . -type f | LC_ALL=C sort | while read -r _f; do echo "$_f"; cat "$_f"; done); }

image_exists() { docker image inspect "$1" >/dev/null 2>&1; }

# set_tags: BASE_HASH, DEBIAN_IMAGE, MINIMAL_IMAGE
set_tags() {
  _t=$(mktemp -d)
  copy_apt "$_t"
  _a=$(apt_state "$_t" | hash_of)
  rm -rf "$_t"
  BASE_HASH=$( { echo $SUITE; cat "$TB/image/debian.packages"; } | hash_of)
  _d=$( { echo "$BASE_HASH $_a"; cat "$TB/image/debian-setup.sh"; } | hash_of)
  DEBIAN_IMAGE=kit-testbed-debian:$_d
  MINIMAL_IMAGE=kit-testbed-minimal:$( { echo "$_d"; cat "$TB/image/minimal-setup.sh"; } | hash_of)
}

# build_step IMAGE SETUP NAME: run a setup script in a container, leave it there
# stopped (the caller commits or exports it). The script comes in by docker cp:
# a bind mount needs an engine that sees our files.
build_step() {
  docker rm -f "$3" >/dev/null 2>&1 || true
  docker create --name "$3" --network bridge "$1" /bin/sh /ctx/setup.sh >/dev/null
  _c=$(mktemp -d)
  mkdir "$_c/ctx"; cp "$TB/image/$2" "$_c/ctx/setup.sh"; copy_apt "$_c/ctx/apt"
  tar -C "$_c" -c --owner=0 --group=0 --numeric-owner ctx | docker cp - "$3:/"
  rm -rf "$_c"
  docker start -a "$3" >"$CACHE/build.log" 2>&1 || { tail -n 20 "$CACHE/build.log" >&2; die "$2 failed (log: $CACHE/build.log)"; }
}

build_base() {
  _tgz=$CACHE/debootstrap-$BASE_HASH.tar.gz
  if [ ! -s "$_tgz" ]; then
    [ "$(id -u)" = 0 ] || die "debootstrap needs root"
    need debootstrap debootstrap
    say "debootstrap $SUITE (about a minute, once)"
    rm -rf "$CACHE"/root.*        # left by a killed run; we hold the lock
    _root=$(mktemp -d "$CACHE/root.XXXXXX"); chmod 0755 "$_root"
    debootstrap --variant=minbase --include="$(paste -s -d, "$TB/image/debian.packages")" \
      $SUITE "$_root" >"$CACHE/debootstrap.log" 2>&1 ||
      { tail -n 20 "$CACHE/debootstrap.log" >&2; die "debootstrap failed (log: $CACHE/debootstrap.log)"; }
    rm -f "$_root"/var/cache/apt/archives/*.deb "$_root"/etc/hostname "$_root"/etc/resolv.conf
    tar -C "$_root" -c --numeric-owner . | gzip -1 >"$_tgz.new"
    mv "$_tgz.new" "$_tgz"        # whole or not at all
    rm -rf "$_root"
  fi
  image_exists "kit-testbed-base:$BASE_HASH" ||
    docker import "$_tgz" "kit-testbed-base:$BASE_HASH" >/dev/null
}

build_debian() {
  image_exists "$DEBIAN_IMAGE" && return 0
  build_base
  say "building $DEBIAN_IMAGE"
  build_step "kit-testbed-base:$BASE_HASH" debian-setup.sh kit-testbed-build
  # committed without the build's files: they were only ever in /ctx
  docker commit --change 'CMD ["/sbin/init"]' kit-testbed-build "$DEBIAN_IMAGE" >/dev/null
  docker rm -f kit-testbed-build >/dev/null
}

build_minimal() {
  image_exists "$MINIMAL_IMAGE" && return 0
  build_debian
  say "building $MINIMAL_IMAGE"
  build_step "$DEBIAN_IMAGE" minimal-setup.sh kit-testbed-build
  # docker cp gives "out/..." : strip that one level
  _o=$(mktemp -d "$CACHE/root.XXXXXX")
  docker cp kit-testbed-build:/out - | tar -C "$_o" -x --numeric-owner
  tar -C "$_o/out" -c --numeric-owner . | docker import --change 'CMD ["/sbin/init"]' - "$MINIMAL_IMAGE" >/dev/null
  rm -rf "$_o"
  docker rm -f kit-testbed-build >/dev/null
}

images_up() {
  set_tags
  image_exists "$DEBIAN_IMAGE" || locked images build_debian
  [ "$MINIMAL" = no ] || image_exists "$MINIMAL_IMAGE" || locked images build_minimal
}
