@echo off
setlocal
chcp 65001 >nul
title Buat Buletin
rem pushd also gives a network folder a letter of its own.
pushd "%~dp0"
if errorlevel 1 goto tanpa_folder

where node >nul 2>nul
if errorlevel 1 goto tanpa_node
node -e "const [a,b]=process.versions.node.split('.').map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)"
if errorlevel 1 goto node_lama

rem Prepared once, and again only after the program itself was renewed.
fc /b package-lock.json "node_modules\.buletin-lock" >nul 2>nul
if not errorlevel 1 goto buat
echo Menyiapkan program. Ini hanya sekali dan memerlukan internet...
call npm ci
if errorlevel 1 goto gagal_pasang
copy /y package-lock.json "node_modules\.buletin-lock" >nul

:buat
call npm start
set hasil=%errorlevel%
if exist "output" start "" "output"
if not "%hasil%"=="0" goto ada_galat
popd
exit /b 0

:tanpa_folder
echo Folder program tidak dapat dibuka. Salin folder ini ke komputer Anda, lalu klik dua kali berkas ini lagi.
goto berhenti

:tanpa_node
echo Node.js belum terpasang.
echo Unduh versi LTS dari https://nodejs.org, pasang, lalu klik dua kali berkas ini lagi.
goto berhenti

:node_lama
echo Node.js yang terpasang terlalu lama; diperlukan versi 20.19 atau lebih baru.
echo Unduh versi LTS dari https://nodejs.org, pasang, lalu klik dua kali berkas ini lagi.
goto berhenti

:gagal_pasang
echo.
echo Program gagal disiapkan. Periksa sambungan internet, lalu klik dua kali berkas ini lagi.
goto berhenti

:ada_galat
echo.
echo Ada yang perlu diperbaiki. Baca keterangan di atas; artikel yang lain tetap dibuat.

:berhenti
echo.
pause
exit /b 1
