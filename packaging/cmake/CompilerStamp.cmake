# Run with -P: writes to OUT a header that names the state of the figure compiler: a hash of its
# sources (below ROOT), of the faces it measures with and of the libraries it was built against.
file(GLOB_RECURSE sources "${ROOT}/diagrams/compiler/*" "${ROOT}/diagrams/style/*"
     "${ROOT}/diagrams/scene/path_reader.*" "${ROOT}/app/content/model.h"
     "${ROOT}/app/ports/figure_compiler.h")
file(GLOB icons "${ROOT}/resources/icons/*")
list(SORT sources)
list(SORT icons)
set(all "${LIBRARIES}")
foreach(file ${sources} ${icons} ${FACES})
  file(SHA256 "${file}" hash)
  string(APPEND all " ${hash}")
endforeach()
string(SHA256 stamp "${all}")
file(CONFIGURE OUTPUT "${OUT}" CONTENT "#pragma once\n#define PHASEBOARD_COMPILER_STAMP \"${stamp}\"\n")
