package client

import (
	"errors"
	"regexp"
	"strings"
)

// SaysUnknownKey reports whether the server rejected a key, and its message says that there is none with this ID.
func SaysUnknownKey(err error) bool {
	message := rejection(err)
	for _, word := range []string{"unknown access key", "unknown key", "key not found", "no such access key", "no such key", "key does not exist", "密钥不存在"} {
		if strings.Contains(message, word) {
			return true
		}
	}
	return false
}

// saidState finds what a message says about the access key: "access key is expired", "key AK1 has been disabled".
var saidState = regexp.MustCompile(`(?:(?:access|api)[ _-]?key|(?:^|\b(?:the|this|your) )key)(?: id)?[ :"']*(?:ak[0-9a-z]+["']?)?` +
	`(?:[ _-]*(?:is|was|has|been|already))*[ _-]*(expired|disabled|deleted)\b` +
	`|\b(expired|disabled|deleted) (?:access |api )?key\b` +
	`|密钥(?:已经|已)?被?(过期|禁用|停用|删除)`)

// inDoubt finds in a message that it names several things, one of which it may be, or asks to make sure of one.
var inDoubt = regexp.MustCompile(`\b(?:or|if|whether|may|might|maybe|not)\b|或|是否|可能|/`)

// StateSaid returns StateExpired, StateDisabled or StateDeleted if the server rejected a key, and its message says that
// this is the key's state. Otherwise it returns "". The message proves nothing: it is for what to tell the user, and for
// which field and button to offer first.
func StateSaid(err error) State {
	message := rejection(err)
	found := saidState.FindAllStringSubmatch(message, -1)
	if len(found) != 1 || inDoubt.MatchString(message) {
		return ""
	}
	switch strings.Join(found[0][1:], "") {
	case "expired", "过期":
		return StateExpired
	case "deleted", "删除":
		return StateDeleted
	}
	return StateDisabled
}

// rejection returns the message with which the server rejected a key, in lower case. It returns "" for other errors.
func rejection(err error) string {
	var e *Error
	if !errors.As(err, &e) || e.Kind != KindUnauthorized {
		return ""
	}
	return strings.ToLower(e.Message)
}
