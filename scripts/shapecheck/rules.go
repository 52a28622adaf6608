package main

// module is the module's path in go.mod.
const module = "accesskeys"

// bounds are how large a part may be. Tests count only for the lines of a file.
var bounds = map[string]int{
	"package lines": 3000,
	"package files": 40,
	"file lines":    400,
	"type fields":   20, // with those of embedded types of the same package
	"type methods":  30, // likewise
}

// layers are the packages from top to bottom, and "x/..." is x with all that is below it. A package imports from lower
// lines only, or also from its own line where that begins with "=". Its line is the first that names it.
var layers = []string{
	"= scripts/... views/e2e/... app/apptest/... app/secrets/secretstest app/platform/platformtest",
	".",
	"views/shell",
	"views/quitting",
	"views/keyspage views/accounttab views/preferencestab views/tabspage views/topbar views/signin views/lockpage views/about views/windowsize views/hidewhenaway views/diskwriter views/notices",
	"views/rotation",
	"views/notes views/undo views/keycheck views/expiry views/copyas views/history views/accounts views/keyscard views/tablemenus views/askinglink",
	"views/keytable views/batch views/connectionform views/clipboardguard views/language views/scrubber views/idlelock views/systemwindow",
	"views/chips views/filedialog views/keydetails views/confirm views/noanswer views/autorefresh views/keyshortcuts views/selection",
	"views/words/replacement",
	"views/words",
	"= views/kit/...",
	"assets client/demo",
	"app",
	"app/session app/forget",
	"app/rotation",
	"app/history",
	"app/notes app/keycheck app/expiry app/copyas app/export",
	"app/keys",
	"app/pin app/connection app/listcache",
	"app/secrets app/settings",
	"app/keyring",
	"= app/platform/... app/broadcast",
	"app/store",
	"client",
	"client/route client/serverdate",
	"client/oneline client/delay",
}

// forTests is what a test may import although its layer is above.
const forTests = "client/demo app/apptest/... app/secrets/secretstest app/platform/platformtest"

// bans forbid imports that the layers allow, and imports from other modules.
var bans = []struct{ from, to, why string }{
	{"app/... client/...", "fyne.io/fyne/v2/...", "only views knows the toolkit"},
	{"views/kit/...", "app/... client/...", "the kit does not know what an access key is"},
}

// importExceptions are the imports that break a rule, each with its reason.
var importExceptions = map[string]string{
	"views/kit/control -> client": "the entry for a secret returns a client.Secret, which does not print itself",
}

// sizeExceptions are what is over its bound until it is split, and how large it may be until then.
var sizeExceptions = map[string]int{
	"client/demo.Faults fields": 22,
}
