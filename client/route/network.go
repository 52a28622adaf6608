// Package route is how a server is reached: its address, the certificates that are trusted and shown, the proxy, and
// the transport that comes of them. What is asked of the server is the client's.
package route

// Network is how a server is reached. The zero value is right for most; nothing in it is a secret, so it
// may be stored. Its files are read when a client is made, and not again.
type Network struct {
	CAFile     string      `json:"caFile,omitempty"`       // certificates trusted beside the system's, PEM or DER
	CertFile   string      `json:"certFile,omitempty"`     // the client's certificate and its chain, PEM
	KeyFile    string      `json:"keyFile,omitempty"`      // its key, PEM; "" is for one in CertFile
	Proxy      string      `json:"proxy,omitempty"`        // "" is the system's, ProxyNone none, else a URL
	Seconds    int         `json:"limitSeconds,omitempty"` // for one attempt; 0 means DefaultSeconds
	Pin        Fingerprint `json:"pin,omitempty"`          // the only certificate that is accepted; "" is whatever is trusted
	AllowPlain bool        `json:"allowPlain,omitempty"`   // http to another machine is wanted
}

// ProxyNone is the Network.Proxy of who wants none.
const ProxyNone = "direct"

// Check returns nil, or a *NetworkError.
func (n Network) Check() error {
	_, err := n.DialConfig(ProxyFromEnvironment)
	return err
}
