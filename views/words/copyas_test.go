package words

import (
	"testing"

	"accesskeys/app/copyas"
	"accesskeys/client"
	"accesskeys/client/route"
)

func TestWhatIsToKnowOfACopyIsSaid(t *testing.T) {
	const disabled = " This key is disabled: the server refuses it until you enable it."
	pinned := route.Network{Pin: "ab"}
	for _, tt := range []struct {
		format  copyas.Format
		state   client.State
		network route.Network
		said    string
		toKnow  bool
	}{
		{copyas.FormatJSON, client.StateEnabled, pinned, "JSON of AK1 copied.", false},
		{copyas.FormatJSON, client.StateDisabled, pinned, "JSON of AK1 copied." + disabled, true},
		{copyas.FormatHeader, client.StateEnabled, pinned, "Authorization header of AK1 copied. Works once, for any request.", true},
		{copyas.FormatCurl, client.StateDisabled, route.Network{}, "curl command of AK1 copied. Works once, for any request." + disabled, true},
		{copyas.FormatCurl, client.StateEnabled, pinned, "curl command of AK1 copied. Works once, for any request. You trust the server's certificate by its fingerprint, which curl can't check: add --cacert with the certificate's file.", true},
		{copyas.FormatPython, client.StateEnabled, pinned, "Python program copied. It holds no secret: it reads the key from the environment.", true},
	} {
		if said, toKnow := CopiedAs(tt.format, "AK1", tt.state, tt.network); said != tt.said || toKnow != tt.toKnow {
			t.Errorf("%s: %q, %v", tt.format, said, toKnow)
		}
	}
}
