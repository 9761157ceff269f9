#!/bin/sh
# Runs yanquan with the Node that lies beside it. Nothing has to be installed.
self=$0
if command -v readlink >/dev/null 2>&1; then self=$(readlink -f -- "$0"); fi
case $self in
  */*) here=${self%/*} ;;
  *) here=. ;;
esac
if [ ! -f "$here/node/node" ]; then
  echo '此包不是 Linux 版：请用 yanquan.cmd。 This bag is not for Linux: run yanquan.cmd.' >&2
  exit 1
fi
YANQUAN_BAG=$here
export YANQUAN_BAG
exec "$here/node/node" "$here/app/bin/yanquan.js" "$@"
