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

/* libgvc reads SERVER_NAME and GV_FILE_PATH only with a command line: give it an empty one. */
static inline void casus_read_environment(GVC_t *context) {
  char name[] = "dot"; /* the name chooses an engine */
  char *arguments[] = {name, NULL};
  gvParseArgs(context, 1, arguments);
}

/* Sets a graph attribute whether or not the graph declares it; cgraph takes mutable strings. */
static inline void casus_set_graph_attribute(
    graph_t *graph, const char *name, const char *value) {
  agsafeset(graph, (char *)name, (char *)value, (char *)"");
}
