# What every target of ours is compiled with. Third-party headers come from imported targets, so
# they are SYSTEM and these warnings do not reach them.
add_library(project_options INTERFACE)
add_library(phaseboard::options ALIAS project_options)

target_compile_features(project_options INTERFACE cxx_std_20)
target_include_directories(project_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(
  project_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wsign-conversion
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wcast-align
            -Wformat=2
            -Wno-missing-field-initializers # members carry their defaults
            $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
            # GCC 12 sees overlaps in std::string's own code at -O3 (GCC bug 105651).
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)
target_compile_definitions(
  project_options
  INTERFACE QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_KEYWORDS
            QT_NO_FOREACH
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            PHASEBOARD_VERSION="${PROJECT_VERSION}")

if(PHASEBOARD_SANITIZERS)
  target_compile_options(project_options INTERFACE -fsanitize=${PHASEBOARD_SANITIZERS}
                                                   -fno-sanitize-recover=all
                                                   -fno-omit-frame-pointer)
  target_link_options(project_options INTERFACE -fsanitize=${PHASEBOARD_SANITIZERS})
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Nothing that is compiled knows the folder of the checkout, so what one checkout compiled serves the next one.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
                                  "${CCACHE_PROGRAM}")
endif()
add_compile_options("-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=")

# A static library of ours: options linked, alias `phaseboard::NAME`, headers collected in file sets rooted at the
# project. Each header must compile on its own. One with a source beside it does so wherever that source is compiled,
# because a source includes its own header first (tests/architecture sees to that); only the others, in the set
# `HEADERS`, are compiled for it alone.
function(phaseboard_library name)
  set(target phaseboard_${name})
  add_library(${target} STATIC)
  add_library(phaseboard::${name} ALIAS ${target})
  target_link_libraries(${target} PUBLIC phaseboard::options)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}")
  set_target_properties(${target} PROPERTIES INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)
endfunction()

# phaseboard_alone(TARGET [FILES...]): compiled file by file even where sources are joined to save
# time (preset asan), because private names would meet those of a neighbour. Without files, all.
function(phaseboard_alone target)
  if(ARGN)
    set_source_files_properties(${ARGN} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  else()
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
  endif()
endfunction()

# phaseboard_sources(NAME SOURCES a.cpp ... HEADERS a.h ...) adds files of the calling folder.
function(phaseboard_sources name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS")
  list(TRANSFORM arg_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  list(TRANSFORM arg_HEADERS PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  set(compiledBySource ${arg_HEADERS})
  list(TRANSFORM arg_SOURCES REPLACE "\\.cpp$" ".h" OUTPUT_VARIABLE headersOfSources)
  set(alone ${arg_HEADERS})
  list(REMOVE_ITEM alone ${headersOfSources} "")
  list(REMOVE_ITEM compiledBySource ${alone} "")
  target_sources(
    phaseboard_${name}
    PRIVATE ${arg_SOURCES}
    PUBLIC FILE_SET HEADERS FILES ${alone}
    PUBLIC FILE_SET compiled_by_source TYPE HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${compiledBySource})
endfunction()
