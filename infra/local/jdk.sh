# Sourced by the commands a person types. Sets and exports JAVA_HOME to a JDK 25, whatever `java` on the path is, or says
# plainly that there is none and fails.

PARLEY_JDK=25

is_right_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && grep -qs "^JAVA_VERSION=\"$PARLEY_JDK[.\"]" "$1/release"
}

find_jdk() {
  local home java
  java=$(command -v java || true)
  # The last ones: Homebrew, the installers of macOS, SDKMAN, IntelliJ, asdf, mise, Gradle.
  for home in "${JAVA_HOME:-}" \
    ${java:+"$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")")"} \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/openjdk* /opt/java/* /opt/*jdk* /opt/jdks/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.gradle/jdks/*; do
    if is_right_jdk "$home"; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  echo "Parley needs a JDK $PARLEY_JDK and found none: not in JAVA_HOME, not on the path, not in the usual folders." >&2
  echo "Install one (for instance https://adoptium.net), or set JAVA_HOME to it." >&2
  return 1
}
