package client_test

import (
	"testing"

	"accesskeys/client"
)

func TestMovedAwayIsWhatAServerAnswersWithoutTheAPI(t *testing.T) {
	for name, answer := range lost {
		c := resume(t, serve(t, answer))
		_, err := c.List(t.Context())
		if !c.Endpoint().MovedAway(err) {
			t.Errorf("%s: %v does not count as moved", name, err)
		}
	}
}

func TestMovedAwayIsNoOtherFailure(t *testing.T) {
	e := client.Endpoint{Base: "http://server.test:8000/api/v1"}
	for _, err := range []error{
		nil,
		&client.Error{Kind: client.KindUnauthorized, Status: 401},
		&client.Error{Kind: client.KindFronted, Status: 401},
		&client.Error{Kind: client.KindGateway, Status: 502},
		&client.Error{Kind: client.KindUnreachable},
		&client.Error{Kind: client.KindMalformed, Status: 200},
		&client.Error{Kind: client.KindNotJSON, Status: 200, Message: "text/plain"},
		&client.Error{Kind: client.KindRedirect, Status: 302, Message: "https://sso.example.com/login"},
		&client.Error{Kind: client.KindRedirect, Status: 302, Message: "https://server.test:8000/api/v1"},
		&client.Error{Kind: client.KindRedirect, Status: 302},
	} {
		if e.MovedAway(err) {
			t.Errorf("%v counts as moved", err)
		}
	}
}
