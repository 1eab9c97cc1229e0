#!/bin/sh
# Holds the systemd units of the README against systemd itself. Needs root, to install it.
# usage: timer.sh PROGRAM
set -eu
command -v systemd-analyze >/dev/null ||
  { apt-get update -qq && apt-get install --yes -qq --no-install-recommends systemd >/dev/null; }
units=$(mktemp -d)
trap 'rm -rf "$units"' EXIT
awk -v to="$units/" '
  /^```ini/ { on = 1; next }
  /^```/ { on = 0 }
  on && /^# \/etc\/systemd\/system\// { sub(/.*\//, ""); file = to $0; next }
  on { print > file }' README.md
# The program and the user of the machine that reads this.
sed -i "s|/usr/local/bin/fundreport|$1|; s/^User=.*/User=$(id -un)/" "$units/fundreport.service"
said=$(systemd-analyze verify --man=no "$units/fundreport.service" "$units/fundreport.timer" 2>&1)
[ -z "$said" ] || { echo "$said"; exit 1; }
systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$units/fundreport.timer")" >/dev/null
echo "the timer holds"
