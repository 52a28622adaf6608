package client_test

import (
	"fmt"
	"testing"

	"accesskeys/client"
)

func TestSaysUnknownKeyOnlyIfTheMessageDoes(t *testing.T) {
	for message, want := range map[string]bool{
		"unknown access key":      true,
		"Access key not found.":   true,
		"访问密钥不存在":                 true,
		"wrong signature":         false,
		"access key is disabled":  false,
		"invalid key ID or token": false,
		"":                        false,
	} {
		err := fmt.Errorf("sign in: %w", &client.Error{Kind: client.KindUnauthorized, Message: message})
		if got := client.SaysUnknownKey(err); got != want {
			t.Errorf("%q: %v", message, got)
		}
	}
	if client.SaysUnknownKey(&client.Error{Kind: client.KindNotFound, Message: "access key not found"}) {
		t.Error("an answer about another key counts")
	}
}

func TestStateSaidOnlyIfTheMessageDoes(t *testing.T) {
	for message, want := range map[string]client.State{
		"access key is expired":                          client.StateExpired,
		"Access key AK0iugooAFRa3Veb62 has expired.":     client.StateExpired,
		"Expired access key":                             client.StateExpired,
		"AccessKeyExpired":                               client.StateExpired,
		"The key has been disabled by an administrator.": client.StateDisabled,
		"access key: \"AK1\" was deleted":                client.StateDeleted,
		"访问密钥已过期":                                        client.StateExpired,
		"访问密钥已被禁用":                                       client.StateDisabled,
		"密钥已删除":                                          client.StateDeleted,
		"access key is disabled or expired":              "",
		"invalid access key: it is unknown or disabled":  "",
		"check whether the access key is disabled":       "",
		"access key is not enabled":                      "",
		"access key signature expired":                   "",
		"session key expired":                            "",
		"token expired":                                  "",
		"access key is expired, access key is disabled":  "",
		"密钥可能已过期":                                        "",
		"wrong signature":                                "",
		"":                                               "",
	} {
		err := fmt.Errorf("list: %w", &client.Error{Kind: client.KindUnauthorized, Message: message})
		if got := client.StateSaid(err); got != want {
			t.Errorf("%q: %q", message, got)
		}
	}
	if got := client.StateSaid(&client.Error{Kind: client.KindRefused, Message: "access key is expired"}); got != "" {
		t.Errorf("of an answer about another key it says %q", got)
	}
}
