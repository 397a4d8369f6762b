#!/usr/bin/env bash
# Runs a command without a network, on Linux with sudo, as the user who asks: offline.sh COMMAND [ARGUMENTS]
set -euo pipefail
exec sudo --preserve-env unshare --net -- sudo --preserve-env --user="$(id -un)" env "PATH=$PATH" "$@"
