# libstdc++'s containers that check their use (`_GLIBCXX_DEBUG`). They are larger than the plain ones, so nothing may be
# passed to a library that was built without them:
# - GoogleTest is compiled here, from the sources that Debian ships;
# - the few headers of Qt, SQLiteCpp, yaml-cpp and muParser that hold a standard container are copied with the plain
#   container named (`std::__cxx1998`), and the copies are read in place of the originals.
add_compile_definitions(_GLIBCXX_DEBUG _GLIBCXX_DEBUG_PEDANTIC)

set(plain "${PROJECT_BINARY_DIR}/plain_containers")
function(phaseboard_with_plain_containers from to)
  file(READ "${from}" text)
  string(REGEX REPLACE "std::((multi)?map|vector|set|list|deque)<" "std::__cxx1998::\\1<" text "${text}")
  file(CONFIGURE OUTPUT "${plain}/${to}" CONTENT "${text}" @ONLY)
endfunction()

get_target_property(qt_folders Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
find_file(qmap QtCore/qmap.h HINTS ${qt_folders} REQUIRED NO_CACHE)
find_path(yaml yaml-cpp/yaml.h REQUIRED NO_CACHE)
find_path(sqlitecpp SQLiteCpp/Statement.h REQUIRED NO_CACHE)
find_path(muparser muParser.h HINTS ${MUPARSER_INCLUDE_DIRS} REQUIRED NO_CACHE)
file(GLOB_RECURSE yaml_headers RELATIVE "${yaml}" "${yaml}/yaml-cpp/*.h")
file(GLOB sqlite_headers RELATIVE "${sqlitecpp}" "${sqlitecpp}/SQLiteCpp/*.h")
file(GLOB muparser_headers RELATIVE "${muparser}" "${muparser}/muParser*.h")
# What converts a node to a container of ours is compiled with us, but for the bytes that its library hands it.
list(REMOVE_ITEM yaml_headers yaml-cpp/node/convert.h)
file(READ "${yaml}/yaml-cpp/node/convert.h" convert)
string(REPLACE "std::vector<unsigned char> data" "auto data" convert "${convert}")
file(CONFIGURE OUTPUT "${plain}/yaml-cpp/node/convert.h" CONTENT "${convert}" @ONLY)

phaseboard_with_plain_containers("${qmap}" QtCore/qmap.h)
foreach(header IN LISTS yaml_headers)
  phaseboard_with_plain_containers("${yaml}/${header}" "${header}")
endforeach()
foreach(header IN LISTS sqlite_headers)
  phaseboard_with_plain_containers("${sqlitecpp}/${header}" "${header}")
endforeach()
foreach(header IN LISTS muparser_headers)
  phaseboard_with_plain_containers("${muparser}/${header}" "${header}")
endforeach()
target_include_directories(project_options SYSTEM BEFORE INTERFACE "${plain}")

set(BUILD_GMOCK ON)
set(INSTALL_GTEST OFF)
set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
set(CMAKE_UNITY_BUILD OFF)
add_subdirectory(/usr/src/googletest googletest EXCLUDE_FROM_ALL SYSTEM)
unset(CMAKE_COMPILE_WARNING_AS_ERROR)
unset(CMAKE_UNITY_BUILD)
