package route

// Setting is one of those of a Network that can be wrong.
type Setting string

// The settings that can be wrong.
const (
	SettingCA    Setting = "ca-file"
	SettingCert  Setting = "client-certificate"
	SettingKey   Setting = "client-key"
	SettingProxy Setting = "proxy"
)

// SettingProblem says what is wrong with a setting. The values are stable names.
type SettingProblem string

// What can be wrong with a setting.
const (
	ProblemMissing       SettingProblem = "no-file"        // there is no such file
	ProblemUnreadable    SettingProblem = "unreadable"     // it may not or cannot be read
	ProblemNotFile       SettingProblem = "not-a-file"     // a directory, say
	ProblemTooLarge      SettingProblem = "too-large"      // over 1 MiB
	ProblemNoCertificate SettingProblem = "no-certificate" // none in it
	ProblemBroken        SettingProblem = "broken"         // one in it cannot be understood
	ProblemNoKey         SettingProblem = "no-key"         // none in it
	ProblemEncrypted     SettingProblem = "encrypted"      // the key needs a passphrase
	ProblemMismatch      SettingProblem = "mismatch"       // the key is not the certificate's
	ProblemNoCertFile    SettingProblem = "no-cert-file"   // a key without a certificate
	ProblemAddress       SettingProblem = "address"        // not a proxy's
	ProblemScheme        SettingProblem = "scheme"         // a proxy of a kind that is not known
	ProblemEscape        SettingProblem = "escape"         // a proxy's address with a password that is not percent-encoded
	ProblemPassword      SettingProblem = "password"       // a proxy's address with a user name in it
	ProblemSystem        SettingProblem = "system"         // the system's proxy setting is none
)

// NetworkError says which setting of a Network is wrong, and how.
type NetworkError struct {
	Setting  Setting
	Problem  SettingProblem
	Path     string // of the file
	Variable string // of the environment that has the setting, "" for none
	Err      error  // what lies below; may be nil
}

// Error implements error, for logs.
func (e *NetworkError) Error() string { return string(e.Setting) + ": " + string(e.Problem) }

// Unwrap returns what lies below.
func (e *NetworkError) Unwrap() error { return e.Err }

// refused is the error about a setting.
func refused(s Setting, p SettingProblem, path string, err error) error {
	return &NetworkError{Setting: s, Problem: p, Path: path, Err: err}
}
