#!/bin/sh
# Việc của máy chủ, với đúng thiết đặt và tài khoản của dịch vụ: sudo counter-server desks add H41.15:01
# The server's tasks with the settings and the user of the service: typed by hand they would go to another database.
set -eu
settings=/etc/counter-server.env
if [ ! -r "$settings" ]; then
    echo "Không đọc được $settings. Hãy chạy: sudo counter-server $*" >&2
    exit 4
fi
while IFS= read -r line || [ -n "$line" ]; do # as systemd reads it: nothing in it is run
    case $line in
    [A-Za-z_]*=*)
        value=${line#*=}
        case $value in
        \"*\" | \'*\') value=${value#?} value=${value%?} ;;
        esac
        export "${line%%=*}=$value"
        ;;
    esac
done < "$settings"
cd /
if [ "$(id -un)" = counter ]; then
    exec /usr/bin/counter server "$@"
fi
exec runuser -u counter -- /usr/bin/counter server "$@"
