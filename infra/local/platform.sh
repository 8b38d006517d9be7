# Sourced by infra/up, down, status, token and demo.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=${PARLEY_LOCAL_DIR:-$root/infra/.local}
local_target=$root/infra/local/target
services="enrollment-service session-service referral-service reporting-service"
. "$root/infra/local/jdk.sh"
find_jdk

# is_stale JAR SOURCES…: whether there is no such jar, or something is newer.
is_stale() {
  local jar=$1
  shift
  [ ! -f "$jar" ] || [ -n "$(find "$@" -newer "$jar" -type f -print -quit)" ]
}

needs_build() {
  local shared=("$root/pom.xml" "$root/infra/contracts/pom.xml" "$root"/infra/contracts/*.yaml
    "$root/infra/contracts/codes" "$root/infra/contracts/schemas")
  [ -d "$local_target/lib" ] || return 0
  is_stale "$local_target/parley-local-0.1.0-SNAPSHOT.jar" "${shared[@]}" "$root/infra/local/pom.xml" \
    "$root/infra/local/src/main" "$root/infra/processes/src/main" && return 0
  local service
  for service in $services; do
    is_stale "$root/$service/target/$service-0.1.0-SNAPSHOT.jar" "${shared[@]}" "$root/infra/starter/pom.xml" \
      "$root/infra/starter/src/main" "$root/$service/pom.xml" "$root/$service/src/main" && return 0
  done
  return 1
}

# Builds what isn't built, or is older than its sources. Says one line per module; all the rest is in a log.
build() {
  needs_build || return 0
  mkdir -p "$home/logs"
  echo "Building; the first time takes some minutes, and is logged in $home/logs/build.log"
  if ! (cd "$root" && ./mvnw -B -ntp -pl "infra/local,${services// /,}" -am -Dmaven.test.skip=true \
    -Dspotless.check.skip=true package 2>&1) | tee "$home/logs/build.log" |
    sed -n -u 's/^\[INFO\] Building Parley: \(.*\) 0\.1\.0-SNAPSHOT *\(.*\)$/  \2 \1/p'; then
    echo "The build fails. The end of its log, $home/logs/build.log:" >&2
    grep -E '^\[(ERROR|FATAL)' "$home/logs/build.log" | head -20 >&2
    return 1
  fi
  # A reproducible jar carries the time that the build is told, and an unchanged one keeps its own: neither says that
  # it was built just now.
  local service
  for service in $services; do
    touch "$root/$service/target/$service-0.1.0-SNAPSHOT.jar"
  done
  touch "$local_target/parley-local-0.1.0-SNAPSHOT.jar"
}

# platform COMMAND…: replaces this shell.
platform() {
  if [ ! -d "$local_target/lib" ]; then
    echo "Parley is not built yet; infra/up builds and starts it." >&2
    exit 3
  fi
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -Xshare:auto \
    --enable-native-access=ALL-UNNAMED "-Dparley.root=$root" \
    -cp "$local_target/parley-local-0.1.0-SNAPSHOT.jar:$local_target/lib/*" org.parley.local.platform.Main "$@"
}
