#pragma once
#include <stddef.h>
#include <graphviz/gvc.h>
#include <graphviz/cgraph.h>

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
