# Sourced by the scripts at the root: finds what they need, installs Debian packages where it may, and otherwise
# says which command installs them.

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# need_command COMMAND WHAT-IT-IS-FOR HOW-TO-GET-IT
need_command() {
  command -v "$1" > /dev/null || fail "$1 is missing: $2." "$3"
}

need_dotnet() {
  need_command dotnet "it builds and runs everything here" \
    "Install the .NET SDK 10: https://dotnet.microsoft.com/download"
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET SDK 10 is missing; there is only:" \
    "$(dotnet --list-sdks)" "Install it from https://dotnet.microsoft.com/download"
}

need_npm() {
  need_command npm "the models and some tools come from the npm registry" \
    "Install Node.js 18 or later: sudo apt-get install -y nodejs npm"
}

# ffmpeg reads the videos; which version is too old, the program says itself.
need_ffmpeg() {
  if command -v ffmpeg > /dev/null && command -v ffprobe > /dev/null; then return; fi
  command -v apt-get > /dev/null || fail "ffmpeg is missing: it reads the videos. Install it:" \
    "  brew install ffmpeg (macOS), sudo dnf install -y ffmpeg-free (Fedora), winget install ffmpeg (Windows)"
  install_package ffmpeg
}

install_package() {
  local how="sudo apt-get install -y $1"
  command -v apt-get > /dev/null || fail "$1 is missing (a Debian package); install it with this system's means."
  if [ "$(id -u)" -eq 0 ]; then
    local as_root=""
  elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
    local as_root="sudo -n"
  else
    fail "$1 is missing. Install it, and try again:" "  $how"
  fi

  echo "Installing $1 …" >&2
  local log
  log=$(mktemp)
  if ! { $as_root apt-get install -y --no-install-recommends "$1" ||
    { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends "$1"; }; } > "$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    fail "$1 could not be installed. Install it, and try again:" "  $how"
  fi

  rm -f "$log"
}
