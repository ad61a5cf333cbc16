// a task outside of a play
task('Set up') { ping() }
