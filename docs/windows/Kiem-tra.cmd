@echo off
rem Drop a folder (or files) on this file: ket-qua.html and ket-qua.xlsx appear beside what was dropped.
rem thidua.exe stands in the same folder. Saved as UTF-8 without a mark, with CRLF line ends; no letter beyond ASCII stands
rem before chcp, and nothing jumps to a label, since cmd.exe may lose its way among letters of several bytes.
rem THIDUA_NO_PAUSE: set it to run this from a script, without waiting for a key and without opening a browser.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul 2>&1
set "FOLDER=%~dp0"
set "PROGRAM=%~dp0thidua.exe"
set "CODE="
set "MARKED="
set "CLEAN="
set "FIRST="
set ARGUMENTS=%*

rem Windows Explorer puts quotes around names with blanks only, so that cmd.exe cuts a name in two at an ampersand. The line that
rem cmd.exe was started with still has it whole. A question mark stands for a quote below: no file name can hold one.
setlocal EnableDelayedExpansion
if defined ARGUMENTS set "MARKED=!ARGUMENTS:"=?!"
set "DROPPED="
set "LINE="
set "AFTER="
if defined CMDCMDLINE set "LINE=!CMDCMDLINE:"=?!"
if defined LINE set "AFTER=!LINE:*%~nx0? =!"
if defined LINE if not "!AFTER!"=="!LINE!" if not "!LINE:/c ??=!"=="!LINE!" set "DROPPED=yes"
if defined DROPPED set "MARKED="
if defined DROPPED if defined AFTER if "!AFTER:~-1!"==" " set "AFTER=!AFTER:~0,-1!"
if defined DROPPED if defined AFTER set "MARKED=!AFTER:~0,-1!"

rem The results go beside the first thing dropped. Without delayed expansion a name may hold an exclamation mark.
setlocal DisableDelayedExpansion
if defined MARKED for /f "tokens=* delims= " %%G in ("%MARKED%") do set "CLEAN=%%G"
if defined CLEAN if "%CLEAN:~0,1%"=="?" for /f "delims=?" %%G in ("%CLEAN%") do set "FIRST=%%G"
if defined CLEAN if not "%CLEAN:~0,1%"=="?" for /f "delims= " %%G in ("%CLEAN%") do set "FIRST=%%G"
if defined FIRST if "%FIRST:~-1%"=="\" if not "%FIRST:~-2%"==":\" set "FIRST=%FIRST:~0,-1%"
if defined FIRST for %%G in ("%FIRST%") do set "BESIDE=%%~dpG"

setlocal EnableDelayedExpansion
if not exist "!PROGRAM!" (
  set "CODE=64"
  echo Không thấy thidua.exe trong thư mục "!FOLDER!".
  echo Hãy chép thidua.exe vào đó, cạnh tệp Kiem-tra.cmd, rồi làm lại.
)
if not defined CODE if not defined FIRST (
  set "CODE=64"
  echo Hãy kéo thư mục hồ sơ ^(hoặc các tệp^), thả lên biểu tượng của tệp Kiem-tra.cmd.
)
if not defined CODE (
  rem A backslash before a closing quote would make the quote part of the name.
  set "CLEAN=!CLEAN:\?=\\?!"
  set "ARGUMENTS=!CLEAN:?="!"
  "!PROGRAM!" check --quiet !ARGUMENTS! -o "!BESIDE!ket-qua.html" -o "!BESIDE!ket-qua.xlsx"
  set "CODE=!ERRORLEVEL!"
  set "MADE="
  if !CODE! GEQ 0 if !CODE! LEQ 3 set "MADE=yes"
  echo.
  if defined MADE (
    echo Kết quả: "!BESIDE!ket-qua.html" và "!BESIDE!ket-qua.xlsx".
    if not defined THIDUA_NO_PAUSE start "" "!BESIDE!ket-qua.html"
  ) else (
    if !CODE! EQU 5 echo Không ghi được kết quả. Nếu ket-qua.xlsx đang mở trong Excel thì đóng lại rồi thả lần nữa.
    echo Lần chạy này không có kết quả dùng được ^(mã !CODE!^). Tệp ket-qua cũ, nếu còn, là của lần chạy trước.
  )
)
if not defined THIDUA_NO_PAUSE pause
rem After a drop what stands behind an ampersand in a name must not be run as a command, so cmd.exe itself is ended.
if defined DROPPED exit !CODE!
exit /b !CODE!
