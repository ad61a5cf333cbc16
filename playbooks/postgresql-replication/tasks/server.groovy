task('PostgreSQL') {
  apt name: "postgresql-$version", installRecommends: false
  service name: unit, state: 'started', enabled: true
}
