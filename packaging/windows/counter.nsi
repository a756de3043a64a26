; The installer for Windows 10 and later, 64-bit: counter package --windows runs
;   makensis -DVERSION=… -DTREE=… -DOUT=… -DWORDS=… packaging/windows/counter.nsi
; /S installs silently, /AllUsers for the whole machine, /CurrentUser (the default) for who starts it.
; The new version is unpacked beside the one in use and takes its place by a rename: whatever breaks off, one of them is
; whole. A desk's data lies in %LOCALAPPDATA%\counter and is never touched.
Target amd64-unicode
Unicode true
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "Counter"
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\Counter"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Counter"
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include x64.nsh

Name "Quầy tiếp nhận hồ sơ"
BrandingText "Quầy tiếp nhận hồ sơ ${VERSION}"
OutFile "${OUT}"
SetCompressor zlib ; lzma in one block packed a folder a sixth larger to 111 MB, not 146, but took twice the time to install
SetDateSave off ; built again, the same bytes come
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Counter"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Quầy tiếp nhận hồ sơ"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenDesk
!insertmacro MUI_PAGE_LICENSE "${TREE}/program/LICENSE"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${WORDS}" "Vietnamese"

LangString Running ${LANG_VIETNAMESE} "Chương trình Quầy đang mở. Hãy đóng cửa sổ làm việc rồi bấm Thử lại; hồ sơ đang nhập dở không mất."
LangString Newer ${LANG_VIETNAMESE} "Máy này đang có phiên bản $2, mới hơn ${VERSION}. Phiên bản cũ có thể không mở được dữ liệu của phiên bản mới. Vẫn cài ${VERSION}?"
LangString NoRoom ${LANG_VIETNAMESE} "Không ghi được chương trình mới (đĩa đầy hoặc thiếu quyền). Phiên bản đang có vẫn được giữ nguyên."
LangString Only64 ${LANG_VIETNAMESE} "Chương trình cần Windows 10 64 bit trở lên."

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(Only64)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; The installer for the machine runs as its administrator, whose desk it is not: the user's own shell starts the program
; (NSIS' wiki, “Run application as not elevated after installation”).
Function OpenDesk
  Exec '"$WINDIR\explorer.exe" "$SMPROGRAMS\Quầy tiếp nhận hồ sơ.lnk"'
FunctionEnd

; Puts the folder in use aside; while a desk is open Windows refuses that. Asked for, silently a minute is waited.
!macro PutAside un
Function ${un}PutAside
  StrCpy $1 0
  again:
  ${IfNot} ${FileExists} "$INSTDIR\app\*.*"
    Return
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\app" "$INSTDIR\app.old"
  ${If} ${Errors}
    ${If} ${Silent}
    ${AndIf} $1 < 60
      IntOp $1 $1 + 1
      Sleep 1000
      Goto again
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
    RMDir /r "$INSTDIR\app.new"
    SetErrorLevel 4
    Abort
  ${EndIf}
FunctionEnd
!macroend
!insertmacro PutAside ""
!insertmacro PutAside "un."

Section
  ReadRegStr $2 SHCTX "${UNINSTALL}" "DisplayVersion"
  ${VersionCompare} "$2" "${VERSION}" $3 ; 1: the one that is here is newer
  ${If} $3 == 1
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "$(Newer)" /SD IDNO IDYES older
    SetErrorLevel 5
    Abort
    older:
  ${EndIf}
  ; what a power cut left: between the two renames the version before lies aside
  ${If} ${FileExists} "$INSTDIR\app.old\*.*"
    ${If} ${FileExists} "$INSTDIR\app\*.*"
      RMDir /r "$INSTDIR\app.old"
    ${Else}
      Rename "$INSTDIR\app.old" "$INSTDIR\app"
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\app.new"
  ClearErrors
  SetOverwrite try
  SetOutPath "$INSTDIR\app.new"
  File /r "${TREE}/*"
  ${If} ${Errors}
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\app.new"
    MessageBox MB_ICONSTOP "$(NoRoom)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call PutAside
  ClearErrors
  Rename "$INSTDIR\app.new" "$INSTDIR\app"
  ${If} ${Errors}
    Rename "$INSTDIR\app.old" "$INSTDIR\app"
    RMDir /r "$INSTDIR\app.new"
    MessageBox MB_ICONSTOP "$(NoRoom)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  RMDir /r "$INSTDIR\app.old"

  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR\app\program"
  CreateShortCut "$SMPROGRAMS\Quầy tiếp nhận hồ sơ.lnk" "$INSTDIR\app\python\pythonw.exe" "-m counter_app run"
  CreateShortCut "$DESKTOP\Quầy tiếp nhận hồ sơ.lnk" "$INSTDIR\app\python\pythonw.exe" "-m counter_app run"
  ; what the guide tells to type, without the whole path of counter.cmd
  CreateShortCut "$SMPROGRAMS\Quầy - dòng lệnh.lnk" "$SYSDIR\cmd.exe" '/k "set PATH=$INSTDIR\app;%PATH%"' \
    "$INSTDIR\app\python\python.exe"
  WriteRegStr SHCTX "Software\Counter" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "Quầy tiếp nhận hồ sơ"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Bộ phận Một cửa"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\app\python\pythonw.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  ${GetSize} "$INSTDIR\app" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section Uninstall
  SetOutPath "$TEMP"
  ${If} ${FileExists} "$INSTDIR\app\*.*"
    RMDir /r "$INSTDIR\app.old" ; of an upgrade beside a desk that was open
  ${EndIf}
  Call un.PutAside
  RMDir /r "$INSTDIR\app.old"
  RMDir /r "$INSTDIR\app.new"
  Delete "$SMPROGRAMS\Quầy tiếp nhận hồ sơ.lnk"
  Delete "$SMPROGRAMS\Quầy - dòng lệnh.lnk"
  Delete "$DESKTOP\Quầy tiếp nhận hồ sơ.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\Counter"
SectionEnd
