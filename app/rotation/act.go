package rotation

// Act is what a user can do at a step. The values are stable names.
type Act string

// The acts.
const (
	ActStart       Act = "start"        // open a replacement
	ActLook        Act = "look"         // read the keys again
	ActCreate      Act = "create"       // create the new key
	ActCreateAgain Act = "create-again" // though an earlier request may still have made one
	ActUse         Act = "use"          // use a key that is there
	ActPlaced      Act = "placed"       // the new key is in place
	ActCheck       Act = "check"
	ActSkipCheck   Act = "skip-check"
	ActBackToPlace Act = "back-to-place"
	ActSignIn      Act = "sign-in" // with the new key, as the app is signed in with the old one
	ActDisable     Act = "disable"
	ActEnableOld   Act = "enable-old"
	ActUndo        Act = "undo" // enable the old key that was just disabled
	ActEnableNew   Act = "enable-new"
	ActSetWait     Act = "set-wait"
	ActLeave       Act = "leave"  // come back later
	ActDelete      Act = "delete" // also before the wait is over
	ActFinish      Act = "finish"
	ActAbandon     Act = "abandon"
)
