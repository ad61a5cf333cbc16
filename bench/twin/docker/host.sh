# On this machine, for its one engine: names that begin with $TWIN in place of twin-, addresses that
# begin with $TWIN_NET in place of 10.77, so that two checkouts do not meet. One line a thing.
begin() {
  end
  d=$(mktemp -d) && mkdir "$d/bin" && cp "$(command -v busybox)" "$d/bin/busybox" || return
  for name in sh sleep; do ln -s busybox "$d/bin/$name"; done
  chmod 755 "$d" && tar -C "$d" -c . | docker import --change 'ENV BASE=1' --change 'CMD ["sleep","600"]' \
    --change 'LABEL made=here' - "${TWIN}busybox:1" >/dev/null
  rm -rf "$d"
}

end() {
  i=$(docker ps -aq --filter "name=^/?$TWIN"); [ -z "$i" ] || docker rm -fv $i
  i=$(docker network ls -q --filter "name=^$TWIN"); [ -z "$i" ] || docker network rm $i
  i=$(docker volume ls -q --filter "name=^$TWIN"); [ -z "$i" ] || docker volume rm -f $i
  docker image ls --format '{{.Repository}}:{{.Tag}}' | grep "^$TWIN" | xargs -r docker image rm -f
  # stages of builds, which have no name
  docker image ls -q --filter "label=twin=$TWIN" | sort -u | xargs -r docker image rm -f
  rm -rf "/tmp/$TWIN"*
} >/dev/null 2>&1

setup() { sh -e >/dev/null; }

# fields PLACE: a template that writes what is there, lists whose order means nothing item by item.
fields() {
  printf '%s' "{{range \$k, \$v := .$1}}" \
    "{{if and (eq (printf \"%T\" \$v) \"[]interface {}\") (ne \$k \"Cmd\") (ne \$k \"Entrypoint\") (ne \$k \"Dns\") (ne \$k \"DnsSearch\")}}" \
    "{{range \$v}}{{\$n}} $1.{{\$k}} {{json .}}{{println}}{{end}}{{else}}{{\$n}} $1.{{\$k}} {{json \$v}}{{println}}{{end}}{{end}}"
}

# each KIND FORMAT NAMES NAME: what docker inspect tells of all of them.
each() { [ -z "$3" ] || docker inspect --type "$1" -f "{{\$n := $4}}$2" $3 | sed "/./!d; s/^\/*/$1 /"; }

# Not told: what is as usual, what the engine makes up, and other spellings of the same.
dump() {
  runs='{{$n}} runs {{json .Path}} {{json .Args}}{{println}}{{$n}} is {{.State.Status}}{{println}}'
  nets='{{$id := slice .Id 0 12}}{{range $k, $v := .NetworkSettings.Networks}}{{$n}} in {{$k}}{{with $v.IPAMConfig}}{{range .}} {{.}}{{end}}{{end}}{{println}}{{range $v.Aliases}}{{if ne . $id}}{{$n}} in {{$k}} as {{.}}{{println}}{{end}}{{end}}{{end}}'
  net='{{$n}} driver={{.Driver}} internal={{.Internal}} attachable={{.Attachable}} ipv6={{.EnableIPv6}}{{println}}'
  net="$net"'{{range .IPAM.Config}}{{$n}} range {{json .}}{{println}}{{end}}{{range .Containers}}{{$n}} has {{.Name}}{{println}}{{end}}'
  {
    each container "$runs$(fields Config)$(fields HostConfig)$nets" "$(docker ps -aq --filter "name=^/?$TWIN")" .Name |
      grep -v -e ' Config\.\(Cmd\|Entrypoint\) ' -e ' HostConfig\.\(MaskedPaths\|ReadonlyPaths\|ConsoleSize\) ' \
        -e 'Config\.Hostname "[0-9a-f]\{12\}"' -e 'Config\.\(AttachStd[a-z]*\|StdinOnce\) ' -e '"Name":"\(no\)*"}$' -e 'Runtime "runc"' |
      sed 's/\(Binds ".*\):rw"/\1"/; s/NetworkMode "default"/NetworkMode "bridge"/; s/"DriverConfig":{},//; s/"CAP_/"/
        s/"no-new-privileges:true"/"no-new-privileges"/; s/"container:[0-9a-f]\{64\}"/"container:ID"/'
    each network "$net$(fields Options)$(fields Labels)" "$(docker network ls -q --filter "name=^$TWIN")" .Name
    each volume "{{\$n}} Driver {{.Driver}}{{println}}$(fields Options)$(fields Labels)" "$(docker volume ls -q --filter "name=^$TWIN")" .Name
    for tag in $(docker image ls --format '{{.Repository}}:{{.Tag}}' | grep "^$TWIN"); do
      each image "{{\$n}} is there{{println}}$(fields Config)" "$tag" "\"$tag\"" |
        grep -v -e 'Config\.\(Image\|Hostname\|AttachStd[a-z]*\)'
    done
    for file in "/tmp/$TWIN"*.tar; do
      [ ! -e "$file" ] || echo "archive $file $(tar -xOf "$file" manifest.json | grep -o '"RepoTags":[^]]*')"
    done
  } | grep -v ' \(null\|\[\]\|{}\|""\|0\|false\|-1\)$' | sed "s/$TWIN/twin-/g; s/$TWIN_NET\./10.77./g; s/fd00:$(echo "$TWIN_NET" | tr . :):/fd00:10:77:/g"
}
