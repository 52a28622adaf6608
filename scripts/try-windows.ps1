# try-windows.ps1: on Windows, installs the setup program of dist, opens the window on its demo back end until the keys
# are on screen, and removes it again. OpenGL is that of MSYS2's Mesa.
#
# This has not been run yet.
$ErrorActionPreference = 'Stop'
$folder = "$env:LOCALAPPDATA\Programs\Access Keys"
$program = "$folder\access-keys.exe"

Start-Process -Wait (Get-ChildItem dist\*-setup.exe).FullName '/S'
if (-not (Test-Path $program)) { throw 'not installed' }

Copy-Item C:\msys64\ucrt64\bin\opengl32.dll $folder
$env:Path += ';C:\msys64\ucrt64\bin'
$env:GALLIUM_DRIVER = 'llvmpipe'
$window = Start-Process -PassThru $program '--demo', '--log-level', 'info' -RedirectStandardError window.log
foreach ($i in 1..300) {
    Start-Sleep -Milliseconds 200
    if ($window.HasExited -or (Select-String -Quiet 'keys on screen' window.log)) { break }
}
Get-Content window.log
if (-not (Select-String -Quiet 'keys on screen' window.log)) { throw 'the window did not get to show its keys' }
Stop-Process -Force $window # without, it asks who the process belongs to, which the program tells nobody
Wait-Process -Id $window.Id -ErrorAction SilentlyContinue
Remove-Item "$folder\opengl32.dll"

# NSIS wants this folder last, and without quotes although it has a space.
Start-Process -Wait "$folder\uninstall.exe" "/S _?=$folder"
if (Test-Path $program) { throw 'not removed' }
