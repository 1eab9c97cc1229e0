#!/bin/sh
# Lets Debian's cron run the line of the README for real, with cron's own environment, and looks at
# what came of it. Needs root; replaces no crontab. usage: cron.sh PROGRAM PIPELINE DATA
set -eu
command -v cron >/dev/null || { apt-get update -qq && apt-get install --yes -qq cron >/dev/null; }
scratch=$(mktemp -d)
line=/etc/cron.d/fundreport-test
started=""
trap 'rm -rf "$line" "$scratch"; [ -z "$started" ] || kill "$started"' EXIT
cp -R "$3" "$scratch/data"
printf 'year,opens_on,due_on,closes_on\n2024,2025-01-01,2025-02-28,\n' \
  > "$scratch/data/registers/due_dates.csv"
# The README's line, every minute instead of every night, on this program and these folders.
night=$(awk '/^```cron/ { getline; print; exit }' README.md | sed "s/^15 2 /* * /
  s|/srv/fund-output|$scratch/output|; s|/srv/fund|$scratch/data|
  s|  fundreport |  root $1 |; s|\$| --pipeline $2|")
case $night in
  "* * * * *  root $1 run "*" --data $scratch/data --output $scratch/output --pipeline $2") ;;
  *) echo "the README has another line for cron: $night"; exit 1 ;;
esac
printf 'PATH=/usr/local/bin:/usr/bin:/bin\n%s > %s/said 2>&1; echo $? > %s/code\n' \
  "$night" "$scratch" "$scratch" > "$line"
if [ ! -e /var/run/crond.pid ] || ! kill -0 "$(cat /var/run/crond.pid)" 2>/dev/null; then
  cron -f & started=$!
fi
for second in $(seq 150); do
  [ ! -s "$scratch/code" ] || break
  sleep 1
done
[ "$(cat "$scratch/code")" = 0 ] || { cat "$scratch/said"; exit 1; }
# Quiet: nothing needed attention.
[ ! -s "$scratch/said" ] || { cat "$scratch/said"; exit 1; }
"$1" verify "$scratch/output/2024/current"
