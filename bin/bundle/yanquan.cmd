@echo off
rem Runs yanquan with the Node that lies beside it. Nothing has to be installed.
setlocal DisableDelayedExpansion
if not exist "%~dp0node\node.exe" (
  echo This bag is not for Windows: run ./yanquan. 1>&2
  exit /b 1
)
if not defined YANQUAN_LANG set YANQUAN_LANG=zh
set "YANQUAN_BAG=%~dp0."
if not "%~1"=="" goto run
rem Without arguments it may have been double-clicked: the window must not close at once.
if defined YANQUAN_CONSOLE goto run
if not defined cmdcmdline goto console
set "YANQUAN_LINE=%cmdcmdline:"=#%"
if "%YANQUAN_LINE:yanquan=%"=="%YANQUAN_LINE%" goto run

:console
set YANQUAN_CONSOLE=1
set YANQUAN_LINE=
cd /d "%~dp0"
"%~dp0node\node.exe" "%~dp0app\bin\yanquan.js"
echo.
cmd /k
exit /b

:run
"%~dp0node\node.exe" "%~dp0app\bin\yanquan.js" %*
exit /b %errorlevel%
