# Everything we use from outside, in one place. Names as Debian 12 and Ubuntu 24.04 ship them.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg Concurrent DBus Network PrintSupport)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libcgraph libgvc)
pkg_check_modules(MUPARSER REQUIRED IMPORTED_TARGET muparser)
find_package(Threads REQUIRED)

# yaml-cpp 0.7 has no namespaced target, 0.8 has only that one.
if(TARGET yaml-cpp::yaml-cpp)
  set(PHASEBOARD_YAML yaml-cpp::yaml-cpp)
else()
  set(PHASEBOARD_YAML yaml-cpp)
endif()

# SQLiteCpp's static library leaves SQLite itself to its user.
set(PHASEBOARD_SQLITE SQLiteCpp SQLite::SQLite3)

if(PHASEBOARD_BUILD_TESTS)
  find_package(GTest REQUIRED)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
if(PHASEBOARD_BUILD_BENCH)
  find_package(benchmark REQUIRED)
endif()
