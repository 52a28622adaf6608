package client_test

import (
	"testing"

	"accesskeys/client"
)

func TestVersionSupported(t *testing.T) {
	for _, tt := range []struct {
		edition client.Edition
		number  string
		want    client.Kind
	}{
		{"enterprise", "1.3.1", ""},
		{"business", "v1.3.1", ""},
		{"Enterprise", "1.3.1-rc1", ""},
		{"business", "1.10", ""},
		{"business", "2", ""},
		{"business", "1.3.1.7", ""},
		{"business", "1.4.0+build.5", ""},
		{"business", "v1.3.1-rc2+build", ""},
		{"business", "1.3.1+build", ""},
		{"business", "1.3.1+build-7", ""},
		{"business", "1.3.1rc2", ""},
		{"business", "V1.4", ""},
		{"business", "1.4.x", client.KindMalformed},
		{"business", "1.3", client.KindVersion},
		{"enterprise", "1.3.0-rc9", client.KindVersion},
		{"enterprise", "1.2.99999+build", client.KindVersion},
		{"enterprise", "-1.3.1", client.KindMalformed},
		{"enterprise", "1.99999999999999999999.1", client.KindMalformed},
		{"enterprise", "v", client.KindMalformed},
		{"enterprise", "1.3.0", client.KindVersion},
		{"enterprise", "1.2.9", client.KindVersion},
		{"enterprise", "0.9.9", client.KindVersion},
		{"enterprise", "latest", client.KindMalformed},
		{"enterprise", "", client.KindMalformed},
		{"enterprise", "1.x.2", client.KindMalformed},
		{"community", "1.3.1", client.KindEdition},
		{"community", "1.0.0", client.KindEdition},
		{"Community", "latest", client.KindEdition},
		{"", "1.3.1", ""},
		{"ultimate", "1.3.1", ""},
		{"ultimate", "1.3.0", client.KindVersion},
		{"ultimate", "latest", client.KindMalformed},
	} {
		err := client.Version{Edition: tt.edition, Number: tt.number}.Supported()
		if got := client.KindOf(err); got != tt.want || (err == nil) != (tt.want == "") {
			t.Errorf("%s %s: %v, want kind %q", tt.edition, tt.number, err, tt.want)
		}
	}
}
