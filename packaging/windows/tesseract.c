/* tesseract.exe over the C API of the Tesseract library that a Python wheel carries, with the options pytesseract gives:
   --version, --list-langs, IN OUT [-l LANG] [--psm N] [--oem N] [--dpi N] [--tessdata-dir DIR] [-c KEY=VALUE]... [CONFIG...]

   Its data lie in tessdata beside it. Names are UTF-8 throughout, so that a user called Nguyễn Thị Ánh can read pages:
   the words come as Windows' own wide letters, and the library's C runtime opens files by UTF-8 names under a UTF-8 locale. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

typedef struct Api Api;
typedef struct Renderer Renderer;
typedef int Flag;
#define FROM_LIBRARY __declspec(dllimport)
FROM_LIBRARY const char *TessVersion(void);
FROM_LIBRARY Api *TessBaseAPICreate(void);
FROM_LIBRARY void TessBaseAPIDelete(Api *);
FROM_LIBRARY int TessBaseAPIInit4(Api *, const char *data, const char *language, int engine, char **configs, int count,
                                  char **names, char **values, size_t settings, Flag only_non_debug);
FROM_LIBRARY char **TessBaseAPIGetAvailableLanguagesAsVector(const Api *);
FROM_LIBRARY void TessBaseAPISetPageSegMode(Api *, int);
FROM_LIBRARY Flag TessBaseAPISetVariable(Api *, const char *, const char *);
FROM_LIBRARY Flag TessBaseAPIGetBoolVariable(const Api *, const char *, Flag *);
FROM_LIBRARY Flag TessBaseAPIProcessPages(Api *, const char *, const char *, int, Renderer *);
FROM_LIBRARY const char *TessBaseAPIGetDatapath(Api *);
FROM_LIBRARY Renderer *TessTextRendererCreate(const char *);
FROM_LIBRARY Renderer *TessHOcrRendererCreate(const char *);
FROM_LIBRARY Renderer *TessTsvRendererCreate(const char *);
FROM_LIBRARY Renderer *TessPDFRendererCreate(const char *, const char *, Flag);
FROM_LIBRARY void TessDeleteResultRenderer(Renderer *);
FROM_LIBRARY void TessResultRendererInsert(Renderer *, Renderer *);

#define MOST 64

typedef struct {
    const char *language, *data, *in, *out, *dpi;
    int layout, engine, list, version;
    char *configs[MOST], *names[MOST], *values[MOST];
    int config_count;
    size_t setting_count;
} Wish;

static char *utf8(const wchar_t *text)
{
    int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
    char *made = malloc(size);
    WideCharToMultiByte(CP_UTF8, 0, text, -1, made, size, NULL, NULL);
    return made;
}

/* The library has another C runtime (ucrtbase) than what mingw makes, so that one is asked. */
static void open_files_by_utf8(void)
{
    HMODULE runtime = LoadLibraryW(L"ucrtbase.dll");
    char *(*set)(int, const char *) = runtime ? (void *)GetProcAddress(runtime, "setlocale") : NULL;
    if (set) set(2 /* LC_CTYPE of ucrtbase: numbers keep their points */, ".UTF8");
}

static char *data_beside_program(void)
{
    wchar_t place[32768];
    GetModuleFileNameW(NULL, place, 32000);
    wchar_t *end = wcsrchr(place, L'\\');
    wcscpy(end ? end + 1 : place, L"tessdata");
    return utf8(place);
}

static int read_words(int count, wchar_t **words, Wish *wish)
{
    for (int at = 1; at < count; at++) {
        char *word = utf8(words[at]), *next = at + 1 < count ? utf8(words[at + 1]) : NULL;
        if (!strcmp(word, "--version") || !strcmp(word, "-v")) wish->version = 1;
        else if (!strcmp(word, "--list-langs")) wish->list = 1;
        else if (!strcmp(word, "-l") && next) wish->language = next, at++;
        else if (!strcmp(word, "--psm") && next) wish->layout = atoi(next), at++;
        else if (!strcmp(word, "--oem") && next) wish->engine = atoi(next), at++;
        else if (!strcmp(word, "--dpi") && next) wish->dpi = next, at++;
        else if (!strcmp(word, "--tessdata-dir") && next) wish->data = next, at++;
        else if (!strcmp(word, "-c") && next) {
            char *equals = strchr(next, '=');
            if (!equals || wish->setting_count == MOST) return 0;
            *equals = 0;
            wish->names[wish->setting_count] = next;
            wish->values[wish->setting_count++] = equals + 1;
            at++;
        }
        else if (!wish->in) wish->in = word;
        else if (!wish->out) wish->out = word;
        else if (wish->config_count < MOST) wish->configs[wish->config_count++] = word;
    }
    return wish->version || wish->list || (wish->in && wish->out);
}

static int list_languages(const char *data)
{
    Api *api = TessBaseAPICreate();
    TessBaseAPIInit4(api, data, "eng", 3, NULL, 0, NULL, NULL, 0, 0);
    char **languages = TessBaseAPIGetAvailableLanguagesAsVector(api);
    int count = 0;
    while (languages && languages[count]) count++;
    printf("List of available languages in \"%s\" (%d):\n", TessBaseAPIGetDatapath(api), count);
    for (int at = 0; at < count; at++) puts(languages[at]);
    TessBaseAPIDelete(api);
    return 0;
}

static int wanted(Api *api, const char *name)
{
    Flag set = 0;
    return TessBaseAPIGetBoolVariable(api, name, &set) && set;
}

static Renderer *add(Renderer *all, Renderer *another)
{
    if (!all) return another;
    TessResultRendererInsert(all, another);
    return all;
}

static int read_page(Wish *wish)
{
    Api *api = TessBaseAPICreate();
    if (TessBaseAPIInit4(api, wish->data, wish->language, wish->engine, wish->configs, wish->config_count,
                         wish->names, wish->values, wish->setting_count, 0)) {
        fprintf(stderr, "Failed loading language '%s'\nCould not initialize tesseract.\n", wish->language);
        return 1;
    }
    TessBaseAPISetPageSegMode(api, wish->layout);
    if (wish->dpi) TessBaseAPISetVariable(api, "user_defined_dpi", wish->dpi);
    Renderer *all = NULL;
    if (wanted(api, "tessedit_create_tsv")) all = add(all, TessTsvRendererCreate(wish->out));
    if (wanted(api, "tessedit_create_hocr")) all = add(all, TessHOcrRendererCreate(wish->out));
    if (wanted(api, "tessedit_create_pdf")) all = add(all, TessPDFRendererCreate(wish->out, TessBaseAPIGetDatapath(api), 0));
    if (!all || wanted(api, "tessedit_create_txt")) all = add(all, TessTextRendererCreate(wish->out));
    int read = TessBaseAPIProcessPages(api, wish->in, NULL, 0, all);
    TessDeleteResultRenderer(all);
    TessBaseAPIDelete(api);
    if (!read) fprintf(stderr, "Error during processing.\n");
    return !read;
}

int wmain(int count, wchar_t **words)
{
    Wish wish = {.language = "eng", .layout = 3, .engine = 3};
    open_files_by_utf8();
    if (!read_words(count, words, &wish)) {
        fprintf(stderr, "usage: tesseract IN OUT [options] [config...]\n");
        return 1;
    }
    if (!wish.data) wish.data = data_beside_program();
    if (wish.version) return printf("tesseract %s\n", TessVersion()) < 0;
    return wish.list ? list_languages(wish.data) : read_page(&wish);
}
