task('More') { debug msg: channel }
