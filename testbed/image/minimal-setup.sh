#!/bin/sh
# Runs inside a throw-away Debian container and writes the root file system of
# the minimal host to /out: static busybox as init and shell, dropbear and its
# libraries, nothing else. No bash, python, sudo, sftp-server.
set -eu
export DEBIAN_FRONTEND=noninteractive
r=/out
apt-get -qq -y install --no-install-recommends busybox-static dropbear-bin >/dev/null

mkdir -p $r/bin $r/sbin $r/usr/bin $r/usr/sbin $r/usr/lib/dropbear $r/etc/dropbear \
  $r/etc/init.d $r/dev $r/proc $r/sys $r/run $r/tmp $r/var/log $r/root
chmod 0700 $r/root; chmod 1777 $r/tmp
cp /bin/busybox $r/bin/busybox
for a in $(busybox --list-full | grep /); do
  [ -e "$r/$a" ] || { mkdir -p "$r/${a%/*}"; ln -s /bin/busybox "$r/$a"; }
done
for p in /usr/sbin/dropbear /usr/lib/dropbear/dropbearconvert; do
  cp $p $r$p
  ldd $p | awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^\//) print $i }'
done | sort -u | while read -r lib; do
  mkdir -p "$r${lib%/*}"; cp -L "$lib" "$r$lib"
done

printf 'root:%s:0:0:root:/root:/bin/sh\n' "$(busybox mkpasswd -m sha512 root-pw)" >$r/etc/passwd
chmod 0644 $r/etc/passwd
printf 'root:x:0:\n' >$r/etc/group
printf '/bin/sh\n' >$r/etc/shells          # dropbear refuses a shell not listed
printf 'passwd: files\ngroup: files\n' >$r/etc/nsswitch.conf

# Host keys come as PEM files (lib/keys.sh); dropbear wants its own format.
cat >$r/etc/init.d/rcS <<'S'
#!/bin/sh
for t in ed25519 ecdsa rsa; do
  k=/etc/dropbear/dropbear_${t}_host_key
  [ -s $k ] || /usr/lib/dropbear/dropbearconvert openssh dropbear /etc/dropbear/openssh_$t $k
done
S
chmod 0755 $r/etc/init.d/rcS
printf '::sysinit:/etc/init.d/rcS\n::respawn:/usr/sbin/dropbear -F -E\n::restart:/sbin/init\n' >$r/etc/inittab
