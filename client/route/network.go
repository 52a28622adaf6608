// Package route determines how a server is reached: its address, the certificates on both sides, the proxy, and the
// transport that uses them. It does not know what is requested from the server.
package route

// Network holds the settings for reaching a server. The zero value is right for most users. It contains no secret, so it
// may be stored. Its files are read once, when a client is made.
type Network struct {
	CAFile     string      `json:"caFile,omitempty"`       // certificates to trust besides the system's, PEM or DER
	CertFile   string      `json:"certFile,omitempty"`     // the client's certificate and its chain, PEM
	KeyFile    string      `json:"keyFile,omitempty"`      // the key of that certificate, PEM; "" means that it is in CertFile
	Proxy      string      `json:"proxy,omitempty"`        // "" means the system's, ProxyNone means none, else a URL
	Seconds    int         `json:"limitSeconds,omitempty"` // the time limit of one attempt; 0 means DefaultSeconds
	Pin        Fingerprint `json:"pin,omitempty"`          // the only certificate that is accepted; "" means any trusted one
	AllowPlain bool        `json:"allowPlain,omitempty"`   // allows http to another machine
}

// ProxyNone is the value of Network.Proxy that means no proxy.
const ProxyNone = "direct"

// Check reads the files of n and checks its other settings. The error is a *NetworkError.
func (n Network) Check() error {
	_, err := n.DialConfig(ProxyFromEnvironment)
	return err
}
