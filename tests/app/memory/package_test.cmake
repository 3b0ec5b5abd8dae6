# Installs the package PhaseboardMemory from the build tree, builds the examples against it as a project
# of its own, runs them and looks at what they print.
#   cmake -DBUILD=... -DSOURCE=... -DWORK=... -DCOMPILER=... -DFLAGS=... -P package_test.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(code)
    list(JOIN ARGN " " line)
    message(FATAL_ERROR "${line}\n${out}")
  endif()
endfunction()

function(expect pattern)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out INPUT_FILE "${WORK}/log.csv")
  if(code OR NOT out MATCHES "${pattern}")
    message(FATAL_ERROR "${ARGN} gave ${code}:\n${out}\nexpected ${pattern}")
  endif()
endfunction()

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
run("${CMAKE_COMMAND}" --install "${BUILD}" --component PhaseboardMemory --prefix "${WORK}/installed")
run("${CMAKE_COMMAND}" -S "${SOURCE}/app/memory/examples" -B "${WORK}/build" -G Ninja
    "-DCMAKE_PREFIX_PATH=${WORK}/installed" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}")
run("${CMAKE_COMMAND}" --build "${WORK}/build")

set(csv "prompt,day,rating,elapsed_days\n")
foreach(prompt RANGE 1 60)
  math(EXPR third "1 + ${prompt} % 3")
  math(EXPR day "3 + ${prompt} % 5")
  math(EXPR later "${day} + 9")
  string(APPEND csv "p${prompt},0,3,0\np${prompt},${day},${third},${day}\np${prompt},${later},3,9\n")
endforeach()
file(WRITE "${WORK}/log.csv" "${csv}")
expect("FSRS-6: recall after ten more days 0\\.9.*FSRS-7: recall" "${WORK}/build/remember")
expect("again: in 60 s.*good: in 600 s.*a week: [0-9]+ answers" "${WORK}/build/schedule")
expect("120 predictions, loss 0\\.[0-9]+ -> 0\\.[0-9]+" "${WORK}/build/fit")
