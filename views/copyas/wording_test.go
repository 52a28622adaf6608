package copyas

import (
	"testing"

	"accesskeys/app/copyas"
	"accesskeys/client"
	"accesskeys/client/route"
)

func TestCopiedAsSaysWhatToKnow(t *testing.T) {
	const disabled = " This key is disabled: the server refuses it until you enable it."
	pinned := route.Network{Pin: "ab"}
	for _, tt := range []struct {
		format  copyas.Format
		state   client.State
		network route.Network
		said    string
		toKnow  bool
	}{
		{copyas.FormatJSON, client.StateEnabled, pinned, "Copied AK1 as JSON", false},
		{copyas.FormatJSON, client.StateDisabled, pinned, "Copied AK1 as JSON." + disabled, true},
		{copyas.FormatJSON, client.StateExpired, pinned, "Copied AK1 as JSON. This key has expired: the server refuses it.", true},
		{copyas.FormatHeader, client.StateEnabled, pinned, "Copied AK1 as an Authorization header. Works once, for any request.", true},
		{copyas.FormatCurl, client.StateDisabled, route.Network{}, "Copied AK1 as a curl command. This key is disabled. Once you enable it, this curl command works once, for any request.", true},
		{copyas.FormatCurl, client.StateExpired, pinned, "Copied AK1 as a curl command. This key has expired: the server refuses this curl command.", true},
		{copyas.FormatHeader, client.StateExpired, pinned, "Copied AK1 as an Authorization header. This key has expired: the server refuses this Authorization header.", true},
		{copyas.FormatCurl, client.StateEnabled, pinned, "Copied AK1 as a curl command. Works once, for any request. You trust the server's certificate by its fingerprint, which curl can't check: add --cacert with the certificate's file.", true},
		{copyas.FormatPython, client.StateEnabled, pinned, "Copied the Python program. It holds no secret: it reads the key from the environment.", true},
	} {
		if said, toKnow := CopiedAs(tt.format, "AK1", tt.state, tt.network); said != tt.said || toKnow != tt.toKnow {
			t.Errorf("%s: %q, %v", tt.format, said, toKnow)
		}
	}
}
