// 服务器方面的问题：地址、连接、权限、已发布的内容。每条都说明怎么办。

export const problemsServer = {
  server_url_form: '服务器地址写得不对。请写成 postgresql://[用户@]主机[:端口]/数据库。',
  server_url_password:
    '服务器地址里不能写密码：命令会留在历史记录里。请去掉密码，改用环境变量 PGPASSWORD、密码文件（~/.pgpass）或在终端输入。',
  server_url_option: '服务器地址里的选项 {option} 不能用，请去掉。可用的：{known}。',
  server_tls_always: 'sslmode={mode} 不能用：除本机外一律完整校验证书。请去掉它，或写 verify-full。',
  server_ca_unreadable: '证书文件 {file} 读不出来。请检查 sslrootcert 或 PGSSLROOTCERT。',
  server_unreachable:
    '连不上服务器 {server}（{detail}），没有写入。请确认服务器在运行、网络通畅后再运行一次。',
  server_unknown_host: '找不到服务器 {server}。请检查主机名。',
  server_without_tls:
    '服务器 {server} 不支持加密连接，没有连接。请管理员为 PostgreSQL 配置证书（ssl = on）。',
  server_certificate:
    '服务器 {server} 的证书没有通过校验（{detail}），没有连接。请检查主机名是否与证书一致；自建机构的证书用 PGSSLROOTCERT 指明。',
  server_login_refused:
    '服务器 {server} 拒绝登录（{detail}）。请检查用户和密码（乡镇须先由县里登记：yanquan publish add-township），密码可用 PGPASSWORD 或 ~/.pgpass 提供。',
  server_user_missing:
    '没有登录名：地址和 PGUSER 都没有写，本机也没有用户名。请写成 postgresql://用户名@主机/数据库。',
  server_password_missing:
    '服务器 {server} 要求 {user} 的密码。请用环境变量 PGPASSWORD、密码文件（~/.pgpass，权限0600）提供，或在终端里运行。',
  server_database_missing: '服务器上没有数据库 {server}。请管理员先建立（createdb）。',
  server_busy: '服务器 {server} 正忙（{detail}），没有写入。请再运行一次。',
  server_lost: '与服务器 {server} 的连接断了（{detail}）。服务器上只会有整轮。请再运行一次，会接着做完。',
  server_worker_lost:
    '服务器 {server} 连不上某台工作节点，或者登录被工作节点拒绝（{detail}）。服务器上只会有整轮。再运行一次没有用：请管理员查看协调节点的日志，确认各工作节点在运行，并且允许该用户登录（pg_dist_authinfo）。',
  server_worker_refused:
    '服务器 {server} 的工作节点{workers}连不上，或者拒绝执行，没有写入。请管理员查看协调节点的日志，确认工作节点在运行，再运行 yanquan publish init。',
  server_citus_superuser:
    '数据库 {server} 装有 Citus：yanquan publish init 须由超级用户运行，以便把角色带到各工作节点。请用超级用户登录。',
  server_full: '服务器 {server} 空间或资源不足（{detail}），没有写入。请管理员处理后再运行一次。',
  server_denied: '在服务器 {server} 上没有这个权限（{detail}）。请检查登录用户，或请管理员授权。',
  server_refused: '服务器 {server} 拒绝（{detail}），没有写入。请把代码告诉管理员。',
  server_encoding: '数据库 {server} 的编码是 {encoding}。请建立 UTF8 编码的数据库。',
  server_not_set_up: '数据库 {server} 还没有建好。请管理员先运行 yanquan publish init。',
  server_older:
    '服务器 {server} 的结构是版本{version}，本程序需要{known}。请管理员用本版本运行 yanquan publish init。',
  server_newer: '服务器 {server} 的结构是版本{version}，本程序只认识到{known}。请更新程序。',
  server_changed: '服务器 {server} 的结构第{version}步与本程序的不同。请改用建立它的程序，或另用一个数据库。',
  server_not_registered:
    '台账 {ledger_id} 还没有在服务器 {server} 登记。请县里先运行 yanquan publish add-township --ledger-id {ledger_id}。',
  server_role_not_granted:
    '登录用户不能以角色 {role} 发布到 {server}。请用该角色登录，或请管理员授予（GRANT）。',
  ledger_id_form: '“{ledger_id}”不是台账编号。请用乡镇 yanquan publish id 输出的32位十六进制数。',
  county_unknown: '没有登记县“{county}”的乡镇。请从中选一个：{known}。',
  overview_span: '--from {from} 晚于 --to {to}。请把两个日期对调，或去掉一个。',
  publish_fork:
    '第{round}轮在服务器 {server} 上的校验值与台账不同，没有发布。台账：{here}；服务器：{there}。请先查明哪一份是真的（yanquan verify --digest）。',
  publish_behind:
    '服务器 {server} 上已有第{round}轮（校验值{there}），台账里还没有定稿，没有发布。请换用最新的台账，不要用旧的备份发布。',
} as const;
