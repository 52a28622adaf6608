package words

import (
	"context"
	"strings"
	"testing"

	"accesskeys/client"
)

func TestWhyThereIsNoListDoesNotAskToTryAgain(t *testing.T) {
	for _, kind := range []client.Kind{client.KindTimeout, client.KindThrottled, client.KindServer, client.KindGateway, client.KindUnreachable} {
		err := &client.Error{Kind: kind, Status: 503}
		if got := NotListed(err); strings.Contains(strings.ToLower(got), "try again") || got == "" {
			t.Errorf("%s: %q", kind, got)
		}
	}
	if got := NotListed(context.DeadlineExceeded); got != "The server takes too long to answer." {
		t.Errorf("too late: %q", got)
	}
	if got := NotListed(&client.Error{Kind: client.KindServer, Status: 500, Message: "out of memory"}); !strings.HasPrefix(got, "Server error 500: “out of memory”. ") {
		t.Errorf("with a message: %q", got)
	}
}
