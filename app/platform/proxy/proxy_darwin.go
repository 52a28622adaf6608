//go:build darwin && !ios

package proxy

import (
	"net"
	"strconv"

	"github.com/ebitengine/purego"
	"github.com/ebitengine/purego/objc"

	"accesskeys/app/platform/cocoa"
)

// systemProxies returns the proxies in the system's network settings.
func systemProxies() proxies {
	library, err := purego.Dlopen("/System/Library/Frameworks/CFNetwork.framework/CFNetwork", purego.RTLD_LAZY|purego.RTLD_GLOBAL)
	if err != nil {
		return proxies{}
	}
	if _, err := purego.Dlsym(library, "CFNetworkCopySystemProxySettings"); err != nil {
		return proxies{}
	}
	var settings func() objc.ID // returns a CFDictionary, which can be used as an NSDictionary
	purego.RegisterLibFunc(&settings, library, "CFNetworkCopySystemProxySettings")
	defer cocoa.AutoreleasePool()()
	found := settings()
	if found == 0 {
		return proxies{}
	}
	defer found.Send(objc.RegisterName("release"))
	return proxies{
		http:   proxyIn(found, "HTTP"),
		https:  proxyIn(found, "HTTPS"),
		socks:  proxyIn(found, "SOCKS"),
		direct: texts(valueOf(found, "ExceptionsList")),
		simple: number(valueOf(found, "ExcludeSimpleHostnames")) != 0,
	}
}

// proxyIn returns the host and port of a kind of proxy, or "" if that is switched off.
func proxyIn(settings objc.ID, kind string) string {
	host := text(valueOf(settings, kind+"Proxy"))
	if number(valueOf(settings, kind+"Enable")) == 0 || host == "" {
		return ""
	}
	return net.JoinHostPort(host, strconv.Itoa(number(valueOf(settings, kind+"Port"))))
}

func valueOf(dictionary objc.ID, key string) objc.ID {
	return dictionary.Send(objc.RegisterName("objectForKey:"), cocoa.String(key))
}

// number returns the value of an NSNumber, or 0 for nil.
func number(n objc.ID) int { return int(objc.Send[int32](n, objc.RegisterName("intValue"))) }

// text returns the value of an NSString, or "" for nil.
func text(s objc.ID) string {
	if s == 0 {
		return ""
	}
	return objc.Send[string](s, objc.RegisterName("UTF8String"))
}

// texts returns the values of an NSArray of NSStrings.
func texts(array objc.ID) []string {
	var all []string
	for i := range objc.Send[uint](array, objc.RegisterName("count")) {
		all = append(all, text(array.Send(objc.RegisterName("objectAtIndex:"), i)))
	}
	return all
}
