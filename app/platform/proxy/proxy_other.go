//go:build !windows && !(darwin && !ios)

package proxy

// systemProxies returns no proxies, because on this system only the environment sets them.
func systemProxies() proxies { return proxies{} }
