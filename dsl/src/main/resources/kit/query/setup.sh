# Facts of a host, read by kit.query.Facts. Every process costs as much as hundreds of lines of
# built-ins, so files are read by one grep, which puts their names in front of their lines.
echo @files
grep -s '' /etc/os-release /etc/debian_version /etc/alpine-release /etc/hosts /etc/resolv.conf \
  /etc/timezone /etc/default/locale /etc/locale.conf /etc/machine-id /etc/selinux/config \
  /proc/sys/kernel/hostname /proc/sys/kernel/ostype /proc/sys/kernel/osrelease /proc/uptime /proc/mounts \
  /proc/net/route /proc/net/ipv6_route /proc/1/cgroup \
  /sys/class/net/*/address /sys/class/net/*/mtu /sys/class/net/*/operstate \
  /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name /sys/fs/selinux/enforce \
  /run/systemd/container
grep -sE '^(processor|model name|physical id|cpu cores|MemTotal|MemFree|MemAvailable|SwapTotal|SwapFree|btime)' \
  /proc/cpuinfo /proc/meminfo /proc/stat
echo @arch
uname -m
echo @id
id
echo @date
date '+%s %Z %z'
echo @addresses
if command -v ip >/dev/null; then ip -o addr; fi
echo @space
df -kP / $(sed -n 's|^/dev/[^ ]* \([^ \\]*\) .*|\1|p' /proc/mounts) 2>/dev/null
echo @shell
echo "home=$HOME"
if [ -e /.dockerenv ]; then echo container=docker; fi
if [ -e /run/.containerenv ]; then echo container=podman; fi
if [ -d /proc/vz ] && [ ! -d /proc/bc ]; then echo container=openvz; fi
if grep -qs hypervisor /proc/cpuinfo; then echo hypervisor=yes; fi
if [ -d /run/systemd/system ]; then echo manager=systemd
elif [ -d /run/openrc ]; then echo manager=openrc
elif [ -d /etc/init.d ] && [ -x /usr/sbin/update-rc.d ]; then echo manager=sysvinit
fi
for kit_c in apt-get dnf yum zypper apk pacman xbps-install emerge opkg; do
  if command -v $kit_c >/dev/null; then echo packages=$kit_c; fi
done
if [ ! -e /etc/timezone ] && [ -L /etc/localtime ]; then echo "zone=$(readlink /etc/localtime)"; fi
