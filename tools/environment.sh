# Sourced by run and check: finds what the program is built and run with, installs what Debian packages can give,
# and says plainly what is missing where it cannot.

say() { printf '%s\n' "$*"; }
stop() { printf 'Liasse: %s\n' "$*" >&2; exit 1; }

# From the file that every JDK has; asking the JDK itself takes a start of it.
java_release() {
  local release
  release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || true
  [ -n "$release" ] && { printf '%s\n' "$release"; return; }
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
    [ -x "$home/bin/javac" ] || continue
    [ "$(java_release "$home")" = 25 ] && { export JAVA_HOME=$home PATH="$home/bin:$PATH"; return; }
  done
  stop "a JDK 25 is needed and none was found. Install Temurin 25 (https://adoptium.net) and set JAVA_HOME to its folder."
}

# install_packages PROBE PACKAGE ... : when the probe fails, install the packages (as root, by apt) or name them.
install_packages() {
  local probe=$1; shift
  eval "$probe" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $* …"
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 \
      || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null; } \
      || stop "could not install: $*"
  else
    stop "missing: $*. Install it, on Debian and Ubuntu with: sudo apt install $*"
  fi
  eval "$probe" >/dev/null 2>&1 || stop "$* is installed, yet not found by: $probe"
}

models_present() {
  local language folder
  for language in fra deu ita; do
    for folder in "${TESSDATA_PREFIX:-}" /usr/share/tesseract-ocr/5/tessdata /usr/share/tesseract-ocr/4.00/tessdata /usr/share/tessdata; do
      [ -f "$folder/$language.traineddata" ] && continue 2
    done
    return 1
  done
}

need_maven() { install_packages 'command -v mvn' maven; }
need_models() { install_packages models_present tesseract-ocr-fra tesseract-ocr-deu tesseract-ocr-ita; }
need_browser() { install_packages 'command -v chromium || command -v chromium-browser || command -v google-chrome' chromium; }
need_fonts() { install_packages 'ls /usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf' fonts-liberation; }
pictures_present() { command -v heif-dec || command -v heif-convert; }
need_pictures() { pictures_present >/dev/null || install_packages pictures_present libheif-examples $(heif_plugins); }
# From libheif 1.16 on its decoders are packages of their own.
heif_plugins() {
  local plugin
  for plugin in libheif-plugin-libde265 libheif-plugin-aomdec; do
    apt-cache show "$plugin" >/dev/null 2>&1 && printf '%s ' "$plugin"
  done
  return 0
}
# The program alone is not enough: without one of these parts it starts and prints nothing.
office_present() {
  local program part
  program=$(readlink -f "$(command -v soffice)") || return 1
  for part in writer calc impress; do
    [ -f "${program%/program/*}/share/registry/$part.xcd" ] || return 1
  done
}
need_office() { install_packages office_present libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui; }
need_scanner() { install_packages 'command -v clamd' clamav-daemon; }
