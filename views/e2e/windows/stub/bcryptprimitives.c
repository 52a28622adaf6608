// The one function of bcryptprimitives.dll that Go's runtime calls, for a Wine that is too old to have
// that file. Never part of what people get.
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
  while (size > 0) {
    ULONG part = size > MAXLONG ? MAXLONG : (ULONG)size;
    if (!RtlGenRandom(data, part)) return FALSE;
    data += part;
    size -= part;
  }
  return TRUE;
}
