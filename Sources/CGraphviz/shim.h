#pragma once
#include <stddef.h>
#include <stdlib.h>
#ifdef __GLIBC__
#endif
#include <graphviz/gvc.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>

/* gvRenderData counts bytes in unsigned int until Graphviz 12 and in size_t since: hide it. */
static inline int casus_render(
    GVC_t *context, graph_t *graph, const char *format, char **bytes, size_t *count) {
#if defined(GRAPHVIZ_VERSION_MAJOR) && GRAPHVIZ_VERSION_MAJOR >= 13
  return gvRenderData(context, graph, format, bytes, count);
#else
  unsigned int length = 0;
  int status = gvRenderData(context, graph, format, bytes, &length);
  *count = length;
  return status;
#endif
}

/* `dot` copies the environment's SERVER_NAME into this variable; libgvc alone does not. With it set,
   no file that a graph names is opened outside GV_FILE_PATH. Weak: a version may hide it. */
extern char *HTTPServerEnVar __attribute__((weak));

static inline void casus_refuse_files(char *server) {
  if (&HTTPServerEnVar) HTTPServerEnVar = server;
}

/* Sets a graph attribute whether or not the graph declares it; cgraph takes mutable strings. */
static inline void casus_set_graph_attribute(
    graph_t *graph, const char *name, const char *value) {
  agsafeset(graph, (char *)name, (char *)value, (char *)"");
}

/* Whether a graph declares an attribute for graphs, nodes or edges. */
static inline int casus_declares(graph_t *graph, const char *name) {
  return agattr(graph, AGRAPH, (char *)name, NULL) || agattr(graph, AGNODE, (char *)name, NULL) ||
         agattr(graph, AGEDGE, (char *)name, NULL);
}

/* Lets labels stand in the rectangles that their nodes were given, without measuring them: lines
   1.2 times the size of the type apart, baselines where those of DejaVu Sans are in such lines. For
   pictures whose text is drawn by whoever shows them. It saves the loading of Pango and all fonts. */
static _Bool casus_set_text(textspan_t *span, char **path) {
  double size = span->font->size;
  (void)path;
  span->layout = NULL;
  span->free_layout = NULL;
  span->size.x = 0;
  span->size.y = size * 1.2;
  span->yoffset_layout = 0;
  span->yoffset_centerline = size * 0.05;
  return 1;
}

static inline GVC_t *casus_context_without_fonts(void) {
  static gvtextlayout_engine_t engine;
  /* boolean is unsigned char or _Bool, depending on the version. */
  engine.textlayout = (__typeof__(engine.textlayout))(void *)casus_set_text;
  /* The best of its kind is taken. */
  static gvplugin_installed_t types[] = {{0, "textlayout", 1000, &engine, NULL}, {0}};
  static gvplugin_api_t apis[] = {{API_textlayout, types}, {(api_t)0, NULL}};
  static gvplugin_library_t library = {"casus", apis};
  static const lt_symlist_t builtins[] = {{"gvplugin_casus_LTX_library", &library}, {NULL, NULL}};
  return gvContextPlugins(builtins, 1);
}
