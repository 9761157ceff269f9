@echo off
rem Runs yanquan with the Node that lies beside it. Nothing has to be installed.
setlocal
if not exist "%~dp0node\node.exe" (
  echo This bag is not for Windows: run ./yanquan. 1>&2
  exit /b 1
)
if not defined YANQUAN_LANG set YANQUAN_LANG=zh
"%~dp0node\node.exe" "%~dp0app\bin\yanquan.js" %*
exit /b %errorlevel%
