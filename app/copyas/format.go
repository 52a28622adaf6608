// Package copyas writes an access key in the formats of the tools that use it, such as lines for a shell, a file, or a
// request.
package copyas

import "accesskeys/client"

// Format is a form in which a key can be copied. The values are stable names.
type Format string

// The formats.
const (
	FormatPair       Format = "id-and-secret" // on two lines
	FormatShell      Format = "shell"         // exports for sh
	FormatPowerShell Format = "powershell"    // environment variables for PowerShell
	FormatDotenv     Format = "dotenv"        // a .env file
	FormatJSON       Format = "json"          // an object
	FormatKubernetes Format = "kubernetes"    // the manifest of a Secret
	FormatCurl       Format = "curl"          // a command with a one-time token
	FormatHeader     Format = "header"        // an Authorization header with a one-time token
	FormatPython     Format = "python"        // a program that signs requests and contains no secret
)

// formats returns every Format, in the order of the menu.
func formats() []Format {
	return []Format{FormatPair, FormatShell, FormatPowerShell, FormatDotenv, FormatJSON, FormatKubernetes, FormatCurl, FormatHeader, FormatPython}
}

// FormatsFor returns the formats that can be written for a server with the given token format. If that is unknown, they
// do not include the formats that sign.
func FormatsFor(tokens client.TokenFormat) []Format {
	var all []Format
	for _, f := range formats() {
		if tokens.Known() || !f.OneTime() && f != FormatPython {
			all = append(all, f)
		}
	}
	return all
}

// OneTime reports whether the copied text works for only one request.
func (f Format) OneTime() bool { return f == FormatCurl || f == FormatHeader }

// HoldsSecret reports whether the copied text must be kept secret.
func (f Format) HoldsSecret() bool { return f != FormatPython }
