#pragma once
#include <libxml/xmlversion.h>
// Some systems build libxml2 with ICU, whose headers clash with the ICU inside Swift's Foundation.
// The handles of ICU lie at the end of structures that Casus never looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <iconv.h>
