// A small application in Docker: a network with fixed addresses, its data, its services by Compose,
// and a job. On this very machine; it needs Docker and Compose, and an image that has a shell.
//   ./kit run playbooks/compose.groovy -e image=busybox:1.36
// Run it twice: the second time nothing is changed. What it made goes with -e state=absent.
play('Application', diff: true) {
  hosts 'localhost'
  vars image: 'busybox:1.36', app: 'kit-demo', state: 'present', greeting: 'hello'

  task('Data', when: { state == 'present' }) {
    dockerVolume name: "${app}-data", labels: [app: app]
    dockerNetwork name: "${app}-net", ipamConfig: [[subnet: '172.31.79.0/24']], labels: [app: app]
  }

  task('Services') {
    dockerCompose projectName: app, state: state, timeout: '5s', removeOrphans: true, wait: state == 'present', definition: [
      services: [
        web: [image: image, command: ['sleep', '1000000'], environment: [GREETING: greeting], init: true,
              volumes: ['data:/data'], networks: [net: [ipv4_address: '172.31.79.10']]],
        worker: [image: image, command: ['sleep', '1000000'], init: true, networks: ['net'], depends_on: ['web']]
      ],
      networks: [net: [external: true, name: "${app}-net"]],
      volumes: [data: [external: true, name: "${app}-data"]]
    ]
  }

  task('A container beside them') {
    dockerContainer name: "${app}-probe", image: image, command: ['sleep', '1000000'], init: true, state: state == 'present' ? 'started' : 'absent',
      networks: [[name: "${app}-net", ipv4Address: '172.31.79.20']], restartPolicy: 'unless-stopped', stopTimeout: 1
  }

  task('Nothing is left', when: { state == 'absent' }) {
    dockerNetwork name: "${app}-net", state: 'absent'
    dockerVolume name: "${app}-data", state: 'absent'
  }
}
