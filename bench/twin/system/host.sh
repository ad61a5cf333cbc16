# On a host, as root: a folder and, if it says so, a user for each case, and what is in the files, one line each.
begin() {
  need='cron openssh-client openssl procps'
  dpkg -s $need >/dev/null 2>&1 ||
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends $need >/dev/null || exit
  end
  mkdir /srv/twin
  mount -o remount,bind,rw /proc/sys
}

end() {
  sysctl -q -w net.ipv4.conf.lo.log_martians=0 net.ipv4.conf.lo.shared_media=1 net.ipv4.conf.lo.secure_redirects=1 2>/dev/null
  mount -o remount,bind,ro /proc/sys
  for place in $(awk '$2 ~ "^/srv/twin" { print $2 }' /proc/mounts); do
    umount "$place"
  done
  for who in $(awk -F: '$5 == "twin" { print $1 }' /etc/passwd); do
    crontab -u $who -r 2>/dev/null
    userdel -r $who 2>/dev/null
  done
  for package in d01 d02 d03 d04 d05 d06 d07; do
    echo PURGE | debconf-communicate $package >/dev/null 2>&1
  done
  rm -rf /srv/twin /etc/cron.d/c[0-9][0-9]
}

# What the setup of a case says: its folder, its user.
at() {
  mkdir -p /srv/twin/$1 && cd /srv/twin/$1
}
person() {
  useradd -m -k /dev/null -c twin -s /bin/sh $1
}

setup() {
  (
    set -e
    umask 022
    . /dev/stdin
  )
}

# A file `ask` in the folder of a case asks for what no file shows. Salts and device numbers are left out.
dump() {
  for folder in /srv/twin/* $(awk -F: '$5 == "twin" { print $6 }' /etc/passwd); do
    [ ! -e $folder/ask ] || (cd $folder && sh ./ask 2>&1 | awk -v case=${folder##*/} '{ print case, "says", NR ":", $0 }')
    find $folder ! -name ask | LC_ALL=C sort | lines
  done
  ls -d /etc/cron.d/c[0-9][0-9] 2>/dev/null | lines
  for who in $(awk -F: '$5 == "twin" { print $1 }' /etc/passwd); do
    crontab -u $who -l 2>/dev/null | numbered "crontab of $who"
  done
}

lines() {
  while IFS= read -r path; do
    stat -c '%n %F %U:%G %a' "$path" | sed 's/regular empty file/regular file/'
    case $path in
      *.key | *.csr | *.crt) continue ;;
    esac
    [ ! -f "$path" ] || [ -L "$path" ] || numbered "$path" <"$path"
    [ ! -L "$path" ] || echo "$path -> $(readlink "$path")"
    [ ! -s "$path" ] || [ -d "$path" ] || [ -z "$(tail -c 1 "$path")" ] || echo "$path has no last line end"
  done
}

numbered() {
  sed 's/^|1|[^ ]*/|1|hash/' | awk -v of="$1" '{ print of, NR ":", $0 }'
}
