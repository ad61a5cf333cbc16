// The cases for kit. What Ansible writes within build is arguments of their own here.
play('Twin') {
  hosts 'twin'
  varsFiles 'cases.yml'
  task('Cases') {
    cases.each { one ->
      one.calls.each { call ->
        call.each { module, its ->
          switch (module) {
            case 'docker_container': dockerContainer its; break
            case 'docker_image': dockerImage its.findAll { it.key != 'build' } + its.getOrDefault('build', [:]); break
            case 'docker_network': dockerNetwork its; break
            case 'docker_volume': dockerVolume its; break
            default: fail "no module $module"
          }
        }
      }
    }
  }
}
