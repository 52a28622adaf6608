package proxy

import (
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// currentUserProxy is WINHTTP_CURRENT_USER_IE_PROXY_CONFIG, from winhttp.h.
type currentUserProxy struct {
	autoDetect    int32
	autoConfigURL *uint16
	proxy, bypass *uint16
}

// systemProxies returns the proxies in the user's Internet settings.
func systemProxies() proxies {
	var found currentUserProxy
	get := windows.NewLazySystemDLL("winhttp.dll").NewProc("WinHttpGetIEProxyConfigForCurrentUser")
	if ok, _ := winapi.Call(get, uintptr(unsafe.Pointer(&found))); ok == 0 {
		return proxies{}
	}
	defer freeGlobal(found.autoConfigURL, found.proxy, found.bypass)
	return parseProxies(windows.UTF16PtrToString(found.proxy), windows.UTF16PtrToString(found.bypass))
}

// freeGlobal frees texts that the system has allocated.
func freeGlobal(all ...*uint16) {
	free := windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalFree")
	for _, p := range all {
		if p != nil {
			_, _ = winapi.Call(free, uintptr(unsafe.Pointer(p)))
		}
	}
}
