# The image of moto: debootstrap of sid, which has it in a version that answers, cached as the
# images of the hosts are. Nothing here may hang a test run: MOTO_LIMIT seconds, then it is given up.
MOTO_PACKAGES=python3-moto,python3-flask,python3-flask-cors
MOTO_LIMIT=600
MOTO_IMAGE=kit-testbed-moto:$( { echo "$MOTO_PACKAGES"; sed -n '/^moto_build/,$p' "$TB/lib/moto.sh"; } | hash_of)

# moto_image: there, or built within the limit, or failure
moto_image() {
  docker image inspect "$MOTO_IMAGE" >/dev/null 2>&1 && return 0
  locked moto timeout -k 30 $MOTO_LIMIT "$TB/moto" build ||
    die "no moto: its image could not be built within $MOTO_LIMIT s (log: $CACHE/moto.log)"
}

# moto_start PORT. The container listens on all of its addresses, the machine on loopback only.
moto_start() {
  _c=$PREFIX-moto
  if [ "$(docker inspect -f '{{.State.Running}} {{.Config.Image}} {{(index (index .HostConfig.PortBindings "5000/tcp") 0).HostPort}}' "$_c" 2>/dev/null)" != "true $MOTO_IMAGE $1" ]; then
    docker rm -f "$_c" >/dev/null 2>&1 || true
    docker run -d --init --name "$_c" --label "kit.testbed=$PREFIX" --label "kit.state=$STATE" --label kit.spec=moto \
      --log-opt max-size=5m -p "127.0.0.1:$1:5000" "$MOTO_IMAGE" >/dev/null || die "moto does not start"
  fi
  # asked inside: outside, docker's proxy takes every connection
  docker exec "$_c" timeout 60 python3 -c '
import socket, time
while socket.socket().connect_ex(("127.0.0.1", 5000)): time.sleep(0.2)' ||
    { docker logs "$_c" 2>&1 | tail -n 20 >&2; die "moto does not answer"; }
}

moto_unmount() { awk -v r="$1/" 'index($2, r) == 1 { print $2 }' /proc/mounts | sort -r | while read -r _m; do umount -l "$_m"; done; }

moto_build() {
  docker image inspect "$MOTO_IMAGE" >/dev/null 2>&1 && return 0
  [ "$(id -u)" = 0 ] || die "debootstrap needs root"
  need debootstrap debootstrap
  say "debootstrap sid with moto (two minutes, once)"
  for _old in "$CACHE"/moto.[A-Za-z0-9]*; do    # left by a run that was killed; we hold the lock
    if [ -d "$_old" ]; then moto_unmount "$_old"; rm -rf "$_old"; fi
  done
  _root=$(mktemp -d "$CACHE/moto.XXXXXX"); chmod 0755 "$_root"
  # debootstrap does not know virtual packages: it leaves some unconfigured, and apt mends that.
  debootstrap --variant=minbase --include="$MOTO_PACKAGES" sid "$_root" >"$CACHE/moto.log" 2>&1 || true
  moto_unmount "$_root"
  [ -d "$_root/etc/apt" ] || { tail -n 5 "$CACHE/moto.log" >&2; die "debootstrap of sid failed"; }
  apt-config dump | grep '^Acquire::' | grep -v -e '^Acquire::Languages' -e 'DEP-11' >"$_root/etc/apt/apt.conf.d/90controller"
  _apt="apt-get -q -y -o Acquire::Check-Valid-Until=false -o Acquire::Check-Date=false"
  chroot "$_root" sh -c "export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
    $_apt update && $_apt -f install --no-install-recommends && apt-get clean && python3 -c 'import moto.server'" \
    >>"$CACHE/moto.log" 2>&1 || { tail -n 20 "$CACHE/moto.log" >&2; die "cannot install moto"; }
  tar -C "$_root" -c --numeric-owner --exclude='./var/lib/apt/lists/*' --exclude=./etc/resolv.conf --exclude=./etc/hostname \
    --exclude=./usr/share/doc --exclude=./usr/share/locale . |
    docker import --change 'ENV PYTHONDONTWRITEBYTECODE=1' --change 'CMD ["python3", "-m", "moto.server", "-H", "0.0.0.0", "-p", "5000"]' - "$MOTO_IMAGE" >/dev/null
  rm -rf "$_root"
}
