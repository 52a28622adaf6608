package client

// Credentials are what requests are signed with.
type Credentials struct {
	KeyID  string
	Secret Secret
}
