task('Web') { ping() }
include 'web.groovy'
