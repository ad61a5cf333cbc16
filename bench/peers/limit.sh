# The same 41 tasks as one hand-written script: what `ssh HOST 'sudo sh -s' <limit.sh`
# can do at best. Each task looks with its own command, changes what differs and
# says "ok" or "changed". bench/verify shows that it agrees with the playbooks.
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
umask 022
read -r node </etc/hostname
reload=

ok() { echo "ok $1"; }
changed() { echo "changed $1"; }

group() { # NAME GID
  case $(getent group "$1") in
    "$1":*:"$2":*) ok "group $1" ;;
    ?*) groupmod -g "$2" "$1" && changed "group $1" ;;
    *) groupadd -g "$2" "$1" && changed "group $1" ;;
  esac
}

user() { # NAME UID GID COMMENT HOME SHELL [GROUP...]
  entry=$1:x:$2:$3:$4:$5:$6 name=$1 uid=$2 gid=$3 comment=$4 home=$5 shell=$6
  shift 6
  missing= all=
  if [ $# -gt 0 ]; then
    has=" $(id -nG "$name" 2>/dev/null) "
    for g; do
      all=${all:+$all,}$g
      case $has in *" $g "*) ;; *) missing=$g ;; esac
    done
  fi
  now=$(getent passwd "$name")
  if [ "$now" = "$entry" ] && [ -z "$missing" ]; then ok "user $name"; return; fi
  set -- -u "$uid" -g "$gid" -c "$comment" -d "$home" -s "$shell" ${all:+-G "$all"}
  if [ -n "$now" ]; then
    usermod ${all:+-a} "$@" "$name" && changed "user $name"
  else
    case $shell in */nologin) set -- -M "$@" ;; *) set -- -m "$@" ;; esac
    useradd "$@" "$name" && changed "user $name"
  fi
}

packages() { # NAME...
  want=
  for p; do want=$want'ii '; done
  if [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$@" 2>/dev/null)" = "$want" ]; then
    ok "packages $*"
  else
    apt-get -qq -y install --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && changed "packages $*"
  fi
}

directory() { # PATH OWNER GROUP MODE
  if [ "$(stat -c '%F %U %G %a' "$1" 2>/dev/null)" = "directory $2 $3 $4" ]; then
    ok "directory $1"
  else
    mkdir -p "$1" && chown "$2:$3" "$1" && chmod "$4" "$1" && changed "directory $1"
  fi
}

text() { # PATH OWNER GROUP MODE TEXT [CHECK]
  if [ "$(stat -c '%U %G %a' "$1" 2>/dev/null)" = "$2 $3 $4" ] && cmp -s - "$1" <<T
$5
T
  then
    ok "file $1"
    return
  fi
  new=$(mktemp "${1%/*}/.new.XXXXXX") && printf '%s\n' "$5" >"$new" && ${6:-:} "$new" &&
    chown "$2:$3" "$new" && chmod "$4" "$new" && mv "$new" "$1" && changed "file $1" || return
  case $1 in /etc/nginx/*) reload=yes ;; esac
}

line() { # PATH LINE [REGEXP]
  if grep -qxF -e "$2" "$1"; then ok "line in $1"; return; fi
  if [ -n "${3:-}" ] && grep -q -e "$3" "$1"; then
    sed -i "s|$3.*|$2|" "$1"
  else
    printf '%s\n' "$2" >>"$1"
  fi && changed "line in $1"
}

creates() { # PATH COMMAND...
  if [ -e "$1" ]; then ok "creates $1"; return; fi
  made=$1
  shift
  "$@" </dev/null >/dev/null 2>&1 && changed "creates $made"
}

service() { # NAME
  case $(systemctl show -p ActiveState -p UnitFileState "$1") in
    'ActiveState=active
UnitFileState=enabled') ok "service $1" ;;
    *) systemctl -q enable --now "$1" 2>/dev/null && changed "service $1" ;;
  esac
}

job() { # NAME JOB, marked as Ansible marks it, so that both know each other's
  table=$(crontab -l 2>/dev/null)
  case "
$table
" in
    *"
#Ansible: $1
$2
"*) ok "cron $1" ;;
    *)
      printf '%s\n' "$table" |
        awk -v mark="#Ansible: $1" '$0 == mark { skip = 1; next } skip { skip = 0; next } NF' |
        { cat; printf '#Ansible: %s\n%s\n' "$1" "$2"; } | crontab - && changed "cron $1"
      ;;
  esac
}

rule() { # RULE...
  if iptables -C "$@" 2>/dev/null; then ok "rule $*"; else iptables -A "$@" && changed "rule $*"; fi
}

group shop 3101
group ops 3102
group audit 3103

user shop 3101 3101 Shop /srv/shop /usr/sbin/nologin
user carla 3111 3102 'Carla Canis' /home/carla /bin/bash adm audit
user dirk 3112 3102 'Dirk Dachs' /home/dirk /bin/bash adm

packages nginx-light logrotate
packages curl rsync openssl

directory /srv/shop root shop 755
directory /srv/shop/conf root shop 750
directory /srv/shop/releases shop ops 775
directory /srv/shop/shared shop ops 2775
directory /srv/shop/www shop shop 755
directory /var/log/shop shop adm 750
directory /etc/shop root shop 750
directory /opt/shop/bin root root 755

text /etc/nginx/conf.d/shop.conf root root 644 'upstream shop {
    server 10.20.0.11:8081 weight=3;
    server 10.20.0.12:8081 weight=1;
    server 10.20.0.13:8081 weight=1 backup;
    keepalive 3;
}

server {
    listen 8080;
    server_name shop.example.org;
    root /srv/shop/www;
    location / { proxy_pass http://shop; }
    location /cart { proxy_pass http://shop; }
    location /checkout { proxy_pass http://shop; }
}

server {
    listen 8443 ssl;
    ssl_certificate /etc/shop/tls.crt;
    ssl_certificate_key /etc/shop/tls.key;
    server_name api.example.org;
    root /var/www/html;
    location /v1 { proxy_pass http://shop; }
}'
text /etc/shop/app.properties root shop 640 "# $node, PRODUCTION
node.name=$node
server.port=8081
log.level=warn
backends=10.20.0.11:8081,10.20.0.12:8081,10.20.0.13:8081
cache.size=512
cache.ttl=3600
currency=eur
features=search,wishlist,vouchers"
text /etc/shop/database.yml root shop 640 'production:
  primary:
    host: db.shop.internal
    port: 5432
    database: shop
    pool: 20
  replicas:
    - host: db2.shop.internal
      port: 5432
      priority: 1
    - host: db3.shop.internal
      port: 5432
      priority: 2'
text /etc/shop/workers.conf root shop 640 '# 2 queues
[mail]
workers = 2
nice = 0
log = /var/log/shop/mail.log
[thumbnails]
workers = 4
nice = 10
log = /var/log/shop/thumbnails.log
memory = 512M'
text /etc/logrotate.d/shop root root 644 '/var/log/shop/app.log /var/log/shop/worker.log {
    daily
    rotate 30
    compress
    missingok
    create 0640 shop shop
}'
text /srv/shop/www/index.html shop shop 644 '<!DOCTYPE html>
<title>Shop</title>
<ul>
  <li>1. <a href="http://shop.example.org/">shop.example.org</a></li>
  <li>2. <a href="https://api.example.org/">api.example.org</a></li>
</ul>'
text /etc/profile.d/shop.sh root root 644 'export SHOP_ENV="production"
export SHOP_HOME="/srv/shop"
export SHOP_APP_CONF="$SHOP_HOME/conf/app.conf"
export SHOP_DB_CONF="$SHOP_HOME/conf/db.conf"
export SHOP_CACHE_CONF="$SHOP_HOME/conf/cache.conf"'
text /etc/sudoers.d/shop root root 440 '# What the operators may do
Cmnd_Alias SHOP = /usr/bin/systemctl reload nginx, /usr/bin/systemctl restart cron
carla ALL=(root) NOPASSWD: SHOP
dirk ALL=(root) NOPASSWD: SHOP' 'visudo -cqf'

line /etc/login.defs 'UMASK		027' '^UMASK[[:space:]]'
line /etc/default/useradd SHELL=/bin/bash ^SHELL=
line /etc/adduser.conf DIR_MODE=0750 '^#\{0,1\}DIR_MODE='
line /etc/security/limits.conf 'shop soft nofile 8192'
line /etc/environment SHOP_ENV=production ^SHOP_ENV=

text /etc/motd root root 644 '
  This is a node of the shop. Changes made by hand will be lost:
  everything here comes from the playbook.
'
text /opt/shop/bin/healthcheck root root 755 '#!/bin/sh
# Answers 0 when the shop answers.
exec curl -fsS -o /dev/null --max-time 5 "http://127.0.0.1:${1:-8081}/health"'
text /etc/shop/release root root 644 2024.11.3

creates /etc/shop/tls.crt openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
  -days 3650 -subj /CN=api.example.org -keyout /etc/shop/tls.key -out /etc/shop/tls.crt
creates /etc/shop/deploy_key ssh-keygen -q -t ed25519 -N '' -C shop -f /etc/shop/deploy_key
creates /srv/shop/releases/first cp -a /srv/shop/www /srv/shop/releases/first

service nginx
service cron

job 'shop cleanup' '17 3 * * * find /srv/shop/shared -name "*.tmp" -mtime +7 -delete'
job 'shop health' '*/5 * * * * /opt/shop/bin/healthcheck 8081'

rule INPUT -p tcp --dport 8080 -m comment --comment 'shop web' -j ACCEPT
rule INPUT -p tcp --dport 5432 -m comment --comment 'shop database' -j REJECT

[ -z "$reload" ] || systemctl reload nginx
