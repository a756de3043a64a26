/* python.exe and, with -DWINDOW -mwindows, pythonw.exe: what CPython's own PC/python.c does. */
#include <wchar.h>
#ifdef WINDOW
#include <windows.h>
#include <stdlib.h>
#endif

__declspec(dllimport) int Py_Main(int, wchar_t **);

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR words, int shown)
{
    (void)instance, (void)before, (void)words, (void)shown;
    return Py_Main(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words)
{
    return Py_Main(count, words);
}
#endif
