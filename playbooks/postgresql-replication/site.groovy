// Streaming replication: a primary, and standbys that follow it and answer whoever only reads.
//   kit run site.groovy -i hosts --vault-id prompt
// The variables are in group_vars/all/. A second run has nothing to do.
play('Primary') {
  hosts 'primary'
  become()

  include 'tasks/server.groovy'

  task('Parameters') {
    parameters.each { name, value -> postgresqlSet name: name, value: value, notify: 'restart PostgreSQL' }
  }

  task('Role that standbys come as') {
    postgresqlUser name: replication.user, password: replication_password, roleAttrFlags: 'REPLICATION,LOGIN'
  }

  task('Who may come in') {
    standbys.each { standby ->
      ['replication', 'postgres'].each { database ->
        postgresqlHba dest: "$config/pg_hba.conf", databases: database, users: replication.user,
            address: "${host(standby).vars.address}/32", method: 'scram-sha-256', notify: 'reload PostgreSQL'
      }
    }
  }

  handler('restart PostgreSQL') { service name: unit, state: 'restarted' }
  handler('reload PostgreSQL') { service name: unit, state: 'reloaded' }
}

play('Standbys') {
  hosts 'standby'
  become()
  vars source: { host(primary).vars.address }

  include 'tasks/server.groovy'

  // Where PostgreSQL's own programs look for passwords: none is ever in a command line or a parameter.
  task('Password') {
    copy dest: passwords, content: "$source:5432:*:$replication.user:$replication_password\n",
        owner: 'postgres', group: 'postgres', mode: 0600
  }

  // Over TCP, as that role: it also shows that the primary lets this host in.
  task('Slot on the primary') {
    postgresqlSlot name: slot, immediatelyReserve: true,
        loginHost: source, loginUser: replication.user, loginPassword: replication_password
  }

  task('Copy of the primary') {
    script "follow.sh $data $unit $source $replication.user $slot", creates: "$data/standby.signal"
  }

  task('Where changes come from') {
    postgresqlSet name: 'primary_conninfo',
        value: "host=$source port=5432 user=$replication.user passfile=$passwords application_name=$host"
    postgresqlSet name: 'primary_slot_name', value: slot
  }
}
