#!/bin/sh
# Runs once inside a container of the bare debootstrap image; the result is
# committed as the Debian test host. /ctx holds what lib/images.sh copied from
# the controller (its apt settings), so that apt works in here as it does there.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

# --- apt as outside, with its lists in the image
cp -R /ctx/apt/. /
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then update-ca-certificates >/dev/null; fi
apt-get -q update
# Else the first install on a host would drag half of a point release along.
apt-get -q -y upgrade
apt-get clean

# --- other ways to become somebody, and other login shells. fish comes without
# its dependencies: python must stay absent.
apt-get -q -y install --no-install-recommends opendoas tcsh libpcre2-32-0 >/dev/null
(cd /tmp && apt-get -q download fish fish-common >/dev/null &&
  for deb in fish*.deb; do dpkg -x "$deb" /; done; rm -f fish*.deb)
fish -c true
apt-get clean

# --- accounts (uids are fixed: the keys arrive later as a tar made outside)
useradd -u 2001 -m -s /bin/bash -p '*' deploy
useradd -u 2002 -m -s /bin/bash secretive
useradd -u 2003 -m -s /bin/bash plain
chmod 0700 /home/*        # as adduser and the installer make them
printf 'secretive:become-me\nplain:plain-pw\n' | chpasswd
printf 'deploy ALL=(ALL:ALL) NOPASSWD: ALL\nsecretive ALL=(ALL:ALL) ALL\n' >/etc/sudoers.d/kit-testbed
chmod 0440 /etc/sudoers.d/kit-testbed
visudo -cq

# --- sshd: many logins at once, none of them slow. PAM stays on (sudo and
# account checks as on a real host); only its message of the day goes.
cat >/etc/ssh/sshd_config.d/kit-testbed.conf <<'S'
MaxStartups 200:30:400
MaxSessions 100
UseDNS no
GSSAPIAuthentication no
PasswordAuthentication yes
PermitRootLogin yes
PrintLastLog no
S
sed -i -E 's/^(session +optional +pam_(motd|mail)\.so)/#\1/' /etc/pam.d/sshd /etc/pam.d/login
echo 'LANG=C.UTF-8' >/etc/default/locale    # pam_env complains when it is missing
rm -f /etc/ssh/ssh_host_*        # every host gets its own, see lib/keys.sh
sshd_test=$(mktemp -d); ssh-keygen -q -t ed25519 -N '' -f "$sshd_test/k"
mkdir -p /run/sshd; sshd -t -h "$sshd_test/k"; rm -rf "$sshd_test"

# --- units that can do nothing in a container but fail or cost time
systemctl mask -q getty.target console-getty.service systemd-udevd.service \
  systemd-udev-trigger.service systemd-modules-load.service \
  systemd-logind.service systemd-timesyncd.service e2scrub_reap.service \
  sys-kernel-debug.mount sys-kernel-tracing.mount sys-kernel-config.mount \
  dev-hugepages.mount dev-mqueue.mount sys-fs-fuse-connections.mount
# apt must never hold the dpkg lock behind a spec's back
systemctl mask -q apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
  e2scrub_all.timer fstrim.timer
systemctl set-default -q multi-user.target
rm -rf /ctx       # last: the shell has read this far
