package route

// Setting names a setting of a Network that can be wrong.
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
	ProblemUnreadable    SettingProblem = "unreadable"     // the file cannot be read, or reading it is not allowed
	ProblemNotFile       SettingProblem = "not-a-file"     // the path is that of a directory, for example
	ProblemTooLarge      SettingProblem = "too-large"      // the file has more than 1 MiB
	ProblemNoCertificate SettingProblem = "no-certificate" // the file has no certificate
	ProblemBroken        SettingProblem = "broken"         // a certificate or the key in the file cannot be parsed
	ProblemNoKey         SettingProblem = "no-key"         // the file has no private key
	ProblemEncrypted     SettingProblem = "encrypted"      // the key needs a passphrase
	ProblemMismatch      SettingProblem = "mismatch"       // the key does not belong to the certificate
	ProblemNoCertFile    SettingProblem = "no-cert-file"   // there is a key file but no certificate file
	ProblemAddress       SettingProblem = "address"        // not the address of a proxy
	ProblemScheme        SettingProblem = "scheme"         // an unknown kind of proxy
	ProblemEscape        SettingProblem = "escape"         // the proxy's address has a password that is not percent-encoded
	ProblemPassword      SettingProblem = "password"       // the proxy's address has a user name
	ProblemSystem        SettingProblem = "system"         // the system's proxy setting is invalid
)

// NetworkError says which setting of a Network is wrong, and how.
type NetworkError struct {
	Setting  Setting
	Problem  SettingProblem
	Path     string // the path of the file, if any
	Variable string // the environment variable that holds the setting, if any
	Err      error  // the underlying error; may be nil
}

// Error implements error, for logs.
func (e *NetworkError) Error() string { return string(e.Setting) + ": " + string(e.Problem) }

// Unwrap returns the underlying error.
func (e *NetworkError) Unwrap() error { return e.Err }

// settingError returns a *NetworkError.
func settingError(s Setting, p SettingProblem, path string, err error) error {
	return &NetworkError{Setting: s, Problem: p, Path: path, Err: err}
}
