package words

import "fyne.io/fyne/v2/lang"

// PlainWarning warns that the connection is not encrypted.
func PlainWarning() string {
	return lang.L("The connection is not encrypted. Others on the network can read and change your keys and secrets. You allowed this for this server.")
}
