; The installer for Windows: for the user who runs it alone, without administrator's rights. See package-windows.sh.
Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define NAME "Access Keys"
!define PROGRAM "$INSTDIR\access-keys.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\io.github.access_keys.AccessKeys"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\access-keys.exe" ; where start finds the program

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION4}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey FileDescription "${NAME} installer"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "Access Keys"
VIAddVersionKey LegalCopyright "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE SimpChinese
LangString TooOld ${LANG_ENGLISH} "Access Keys needs Windows 10 or later."
LangString TooOld ${LANG_SIMPCHINESE} "“访问密钥”需要 Windows 10 或更高版本。"
LangString Running ${LANG_ENGLISH} "Access Keys is open. Quit it, then try again."
LangString Running ${LANG_SIMPCHINESE} "“访问密钥”正在运行。请先退出，然后重试。"
LangString Settings ${LANG_ENGLISH} "Also remove what Access Keys keeps on this computer: settings, accounts, lists of keys, labels and notes, open replacements, the history, and entries in the Credential Manager? The keys themselves stay on the server."
LangString Settings ${LANG_SIMPCHINESE} "是否同时删除“访问密钥”在本机保存的内容：设置、账户、密钥列表、标签和备注、进行中的更换、历史，以及 Windows 凭据管理器中的条目？服务器上的密钥不受影响。"
LangString NotForgotten ${LANG_ENGLISH} "Not everything that Access Keys keeps could be removed, so it stays installed. In Command Prompt, start /wait access-keys --forget-everything says why. Try again?"
LangString NotForgotten ${LANG_SIMPCHINESE} "“访问密钥”保存的内容未能全部删除，因此程序尚未卸载。在命令提示符中运行 start /wait access-keys --forget-everything 可查看原因。是否重试？"

; A program that is running cannot be replaced, nor removed. Nothing is changed before it has ended.
!macro WaitUntilClosed ID
  again_${ID}:
    IfFileExists "${PROGRAM}" 0 closed_${ID}
    ClearErrors
    FileOpen $0 "${PROGRAM}" a
    IfErrors 0 close_${ID}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again_${ID}
    SetErrorLevel 2
    Quit
  close_${ID}:
    FileClose $0
  closed_${ID}:
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro WaitUntilClosed install
  SetOutPath "$INSTDIR"
  File "/oname=access-keys.exe" "${BINARY}"
  File "/oname=LICENSE.txt" "${LICENSE}"
  File "/oname=licences.txt" "${LICENCES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "${PROGRAM}"
  WriteRegStr HKCU "${APP_PATH}" "" "${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "Publisher" "Access Keys"
  WriteRegStr HKCU "${KEY}" "URLInfoAbout" "https://www.wiseinf.com"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

; A silent removal keeps the settings, unless it is called with /FORGET.
Section Uninstall
  !insertmacro WaitUntilClosed remove
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FORGET" $1
  IfErrors 0 forget
  MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(Settings)" /SD IDNO IDNO remove
  forget:
    ; The program knows what is its own in the keyring as long as its files are there.
    nsExec::Exec '"${PROGRAM}" --forget-everything --yes'
    Pop $0
    StrCmp $0 "0" remove
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(NotForgotten)" /SD IDCANCEL IDRETRY forget
    SetErrorLevel 3
    Quit
  remove:
    Delete "${PROGRAM}"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\licences.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKCU "${APP_PATH}"
    DeleteRegKey HKCU "${KEY}"
SectionEnd
