#!/bin/sh
# Mở chương trình Quầy đã cài từ gói. Starts the Counter as it was installed, with the libraries of this system's Python.
set -eu
home=/usr/lib/counter
tag=$(/usr/bin/python3 -c 'import sys; print("cp%d%d" % sys.version_info[:2])')
if [ ! -d "$home/libraries/$tag" ]; then
    echo "Gói counter này không có thư viện cho Python của máy ($tag). Hãy cài gói mới hơn." >&2
    exit 3
fi
export PYTHONPATH="$home:$home/libraries/$tag:$home/libraries/any" PYTHONNOUSERSITE=1
exec /usr/bin/python3 -m counter_app "$@"
