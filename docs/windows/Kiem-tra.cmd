@echo off
rem Keo tha mot thu muc (hoac cac tep) vao bieu tuong tep nay: ket-qua.html va ket-qua.xlsx hien ra ben canh.
rem Drop a folder (or files) on this file: ket-qua.html and ket-qua.xlsx appear beside what was dropped.
rem thidua.exe must stand in the same folder as this file. Saved with CRLF line ends, as cmd.exe wants them.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul 2>&1
set "PROGRAM=%~dp0thidua.exe"
if not exist "%PROGRAM%" (
  echo Khong thay thidua.exe trong thu muc "%~dp0". Chep thidua.exe vao do roi lam lai.
  echo thidua.exe is not in "%~dp0". Copy it there and try again.
  if not defined THIDUA_NO_PAUSE pause
  exit /b 64
)
if "%~1"=="" (
  echo Hay keo tha thu muc so lieu vao bieu tuong Kiem-tra.cmd.
  echo Drop the folder with the data on the icon of Kiem-tra.cmd.
  if not defined THIDUA_NO_PAUSE pause
  exit /b 64
)
rem A folder's own name ends in no backslash; what was dropped stands in the folder that the results go to.
set "BESIDE=%~dp1"
"%PROGRAM%" check %* -o "%BESIDE%ket-qua.html" -o "%BESIDE%ket-qua.xlsx"
set "CODE=%ERRORLEVEL%"
echo.
if %CODE% LEQ 3 (
  echo Ket qua / results: "%BESIDE%ket-qua.html", "%BESIDE%ket-qua.xlsx"
  if not defined THIDUA_NO_PAUSE start "" "%BESIDE%ket-qua.html"
)
if %CODE% EQU 5 echo Khong ghi duoc ket qua: hay dong ket-qua.xlsx trong Excel roi lam lai. / Close ket-qua.xlsx in Excel and try again.
if not defined THIDUA_NO_PAUSE pause
exit /b %CODE%
