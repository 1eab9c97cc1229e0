#!/bin/bash
# Looks at what `make install` left: the program finds its definitions from any folder, the manual
# renders without a warning, and every shell that is here takes its completions.
# usage: installed.sh PREFIX
set -euo pipefail
cd "$1"
PREFIX=$PWD
fail() { echo "$*" >&2; exit 1; }

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
mkdir "$data/registers" "$data/code-lists"
said=$(cd "$data" && "$PREFIX/bin/fundreport" validate --data "$data" 2>&1) || true
[[ $said == *programmes.csv* ]] || fail "the installed definitions are not found: $said"

pages=(share/man/man1/fundreport*.1)
[ "${#pages[@]}" -gt 10 ] || fail "pages are missing: ${pages[*]}"
for page in "${pages[@]}"; do
  warnings=$(groff -mdoc -ww -Tutf8 -Kutf8 "$page" 2>&1 >/dev/null) || true
  [ -z "$warnings" ] || fail "$page: $warnings"
  name=$(basename "$page" .1)
  # What the generator drops of a text, the page lacks: it knows ASCII only.
  words=${name#fundreport}
  "bin/fundreport" help ${words:+"${words#.}"} | LC_ALL=C grep -n '[^ -~]' &&
    fail "$name: what is not ASCII is missing in the manual"
done
groff -mdoc -Tascii share/man/man1/fundreport.run.1 | grep -q 'released, and a file was refused' ||
  fail "fundreport.run.1 does not tell the exit codes"

completion=share/bash-completion/completions/fundreport
complete_words() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMPREPLY=()
  COMP_POINT=${#COMP_LINE}
  _fundreport fundreport "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  echo "${COMPREPLY[*]}"
}
set +u
. "$completion"
set -u
for expected in "fundreport rest=restate" "fundreport run --per=--period" \
  "fundreport status --format js=json"; do
  found=$(set +u; complete_words ${expected%%=*})
  [ "$found" = "${expected#*=}" ] || fail "bash completes “${expected%%=*}” to “$found”"
done
if command -v zsh >/dev/null; then zsh -n share/zsh/site-functions/_fundreport; fi
if command -v fish >/dev/null; then
  fish --no-execute share/fish/vendor_completions.d/fundreport.fish
fi
echo "${#pages[@]} pages and the completions hold"
