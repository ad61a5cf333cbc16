# Everything secret or recorded of one PREFIX: made once, kept in $STATE.

# make_key FILE ARGS...: unless it is there; under a new name first, so that a
# killed run leaves no half key
make_key() {
  _f=$1; shift
  [ -s "$_f" ] && return 0
  rm -f "$_f.new" "$_f.new.pub"
  ssh-keygen -q -C "${_f##*/}@$PREFIX" -f "$_f.new" "$@"
  mv "$_f.new.pub" "$_f.pub"; mv "$_f.new" "$_f"
}

client_keys() {
  make_key "$STATE/id_ed25519" -t ed25519 -N '' &
  make_key "$STATE/id_ed25519_pass" -t ed25519 -N kit-pass &
  make_key "$STATE/id_rsa" -t rsa -b 3072 -N '' &
  make_key "$STATE/id_ecdsa" -t ecdsa -N '' &
  make_key "$STATE/id_wrong" -t ed25519 -N '' &    # authorized nowhere
  wait
}

# host_keys HOST. PEM, because dropbear cannot read OpenSSH's own format for
# these two types. 2048 bits: made for every host, and they guard nothing.
host_keys() {
  _d=$STATE/host/$1
  mkdir -p "$_d"
  make_key "$_d/ssh_host_ed25519_key" -t ed25519 -N ''
  make_key "$_d/ssh_host_ecdsa_key" -t ecdsa -m PEM -N ''
  make_key "$_d/ssh_host_rsa_key" -t rsa -b 2048 -m PEM -N ''
}

# seed HOST: $STATE/host/HOST/seed.tar, unpacked over / of a new container.
# A tar carries owners without our being root, and .ssh is a real directory
# that specs may change, not a mount.
seed() {
  _d=$STATE/host/$1
  [ -s "$_d/seed.tar" ] && return 0
  rm -rf "$_d/tree"; mkdir -p "$_d/tree/root/.ssh"
  cat "$STATE/id_ed25519.pub" "$STATE/id_ed25519_pass.pub" "$STATE/id_rsa.pub" "$STATE/id_ecdsa.pub" \
    >"$_d/tree/root/.ssh/authorized_keys"
  chmod 0700 "$_d/tree/root/.ssh"; chmod 0600 "$_d/tree/root/.ssh/authorized_keys"
  case $1 in
    m*) mkdir -p "$_d/tree/etc/dropbear"
        for _t in ed25519 ecdsa rsa; do cp "$_d/ssh_host_${_t}_key" "$_d/tree/etc/dropbear/openssh_$_t"; done
        _files=etc/dropbear/openssh_* ;;
    *)  mkdir -p "$_d/tree/etc/ssh"; cp "$_d"/ssh_host_* "$_d/tree/etc/ssh/"
        _files=etc/ssh/ssh_host_* ;;
  esac
  (cd "$_d/tree" && tar -c --numeric-owner --owner=0 --group=0 -f ../seed.tar.new $_files root/.ssh)
  case $1 in d*)
    _uid=2001
    for _u in deploy secretive plain; do
      mkdir -p "$_d/tree/home/$_u"; cp -R "$_d/tree/root/.ssh" "$_d/tree/home/$_u/.ssh"
      chmod 0700 "$_d/tree/home/$_u/.ssh"
      (cd "$_d/tree" && tar -r --numeric-owner --owner=$_uid --group=$_uid -f ../seed.tar.new "home/$_u/.ssh")
      _uid=$((_uid + 1))
    done ;;
  esac
  rm -rf "$_d/tree"
  mv "$_d/seed.tar.new" "$_d/seed.tar"
}

prepare_host() { host_keys "$1"; seed "$1"; }

# all_keys HOST...: two at a time would do, but they are short
all_keys() {
  mkdir -p "$STATE"; chmod 0700 "$STATE"
  client_keys
  for _h in "$@"; do
    [ -s "$STATE/host/$_h/seed.tar" ] || prepare_host "$_h" &
  done
  wait
  for _h in "$@"; do [ -s "$STATE/host/$_h/seed.tar" ] || die "no keys for $_h"; done
}
