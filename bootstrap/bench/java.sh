# Read by the scripts beside it: starts the classes of the tests.

module=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
root=${module%/*}
classpath=$module/target/bench-classpath

# What the rows are compared with. Debian starts some as services once installed; not so here.
install_peers() {
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
  fi
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    openssh-server openssh-client rsync nginx-light curl openssl iperf3 gcc libc6-dev iproute2 procps
}

# Compiles the tests' classes, if a source is newer than they are.
compile() {
  if [ ! -f "$classpath" ] ||
    [ -n "$(cd "$root" && find pom.xml ./*/pom.xml ./*/src -newer "$classpath" 2>/dev/null)" ]; then
    (cd "$root" && mvn -q -B -ntp -pl bootstrap -am test-compile \
      dependency:build-classpath -Dmdep.outputFile=target/bench-classpath)
    touch "$classpath" # it is not written again where it stays the same
  fi
}

find_java() {
  for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -x "$home/bin/java" ] && grep -q '^JAVA_VERSION="\(2[5-9]\|[3-9]\)' "$home/release" 2>/dev/null; then
      echo "$home/bin/java"
      return
    fi
  done
  echo "needs Java 25: set JAVA25_HOME to its folder" >&2
  return 1
}

run_java() {
  compile
  java=$(find_java)
  exec "$java" -Xmx512m -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
    -Dguice_bytecode_gen_option=DISABLED \
    -cp "$module/target/test-classes:$module/target/classes:$(cat "$classpath")" "$@"
}
