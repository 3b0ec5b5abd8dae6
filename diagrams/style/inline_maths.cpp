// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "diagrams/style/text.h"

namespace phaseboard::style {
namespace {

struct Command {
  std::string_view name;
  std::string_view text;
  bool italic = false;
};

constexpr std::array kCommands{
    Command{"alpha", "α", true},
    Command{"beta", "β", true},
    Command{"gamma", "γ", true},
    Command{"delta", "δ", true},
    Command{"epsilon", "ε", true},
    Command{"zeta", "ζ", true},
    Command{"eta", "η", true},
    Command{"theta", "θ", true},
    Command{"kappa", "κ", true},
    Command{"lambda", "λ", true},
    Command{"mu", "μ", true},
    Command{"nu", "ν", true},
    Command{"xi", "ξ", true},
    Command{"pi", "π", true},
    Command{"rho", "ρ", true},
    Command{"sigma", "σ", true},
    Command{"tau", "τ", true},
    Command{"phi", "φ", true},
    Command{"chi", "χ", true},
    Command{"psi", "ψ", true},
    Command{"omega", "ω", true},
    Command{"Gamma", "Γ"},
    Command{"Delta", "Δ"},
    Command{"Theta", "Θ"},
    Command{"Lambda", "Λ"},
    Command{"Sigma", "Σ"},
    Command{"Phi", "Φ"},
    Command{"Psi", "Ψ"},
    Command{"Omega", "Ω"},
    Command{"cdot", "·"},
    Command{"times", "×"},
    Command{"le", "≤"},
    Command{"ge", "≥"},
    Command{"ne", "≠"},
    Command{"to", "→"},
    Command{"in", "∈"},
    Command{"sum", "∑"},
    Command{"infty", "∞"},
    Command{"approx", "≈"},
    Command{"pm", "±"},
    Command{"ll", "≪"},
    Command{"gg", "≫"},
    Command{"log", "log"},
    Command{"exp", "exp"},
    Command{"max", "max"},
    Command{"min", "min"},
    Command{"dots", "…"},
    Command{"top", "⊤"},
    Command{"partial", "∂"},
    Command{"nabla", "∇"},
    Command{"sqrt", "√"},
    Command{"odot", "⊙"},
    Command{"mid", "|"},
    Command{"neq", "≠"},
    Command{"geq", "≥"},
    Command{"leq", "≤"},
    Command{"ell", "ℓ", true},
    Command{"propto", "∝"},
    Command{"leftarrow", "←"},
    Command{"rightarrow", "→"},
    Command{"quad", " "},
};

bool isLetter(char letter) {
  return std::isalpha(static_cast<unsigned char>(letter)) != 0;
}

/// How many bytes the UTF-8 character at the start of `text` has.
std::size_t characterLength(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size());
}

/// Where the brace that opens `text` closes; the end of the text when it does not.
std::size_t closingBrace(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
    if (depth == 0)
      return at;
  }
  return text.size();
}

class MathsReader {
 public:
  explicit MathsReader(std::vector<InlineRun>& runs) : m_runs(runs) {}

  void read(std::string_view maths, Script script) {
    while (!maths.empty()) {
      if ((maths.front() == '_' || maths.front() == '^') && maths.size() > 1) {
        const Script inner = maths.front() == '_' ? Script::Sub : Script::Super;
        maths.remove_prefix(1);
        read(takeArgument(maths), inner);
      } else if (maths.front() == '\\') {
        readCommand(maths, script);
      } else if (maths.front() == '{' || maths.front() == '}') {
        maths.remove_prefix(1);
      } else {
        const std::size_t length = characterLength(maths);
        add(maths.front() == '-' ? "−" : maths.substr(0, length), isLetter(maths.front()), script);
        maths.remove_prefix(length);
      }
    }
  }

 private:
  static std::string_view takeArgument(std::string_view& rest) {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0;
    if (rest.front() == '{') {
      begin = 1;
      end = closingBrace(rest);
      next = std::min(end + 1, rest.size());
    } else if (rest.front() == '\\') {
      for (end = 1; end < rest.size() && isLetter(rest[end]);)
        ++end;
      next = end;
    } else {
      end = next = characterLength(rest);
    }
    const std::string_view argument = rest.substr(begin, end - begin);
    rest.remove_prefix(next);
    return argument;
  }

  void readCommand(std::string_view& maths, Script script) {
    std::size_t end = 1;
    while (end < maths.size() && isLetter(maths[end]))
      ++end;
    const std::string_view name = maths.substr(1, end - 1);
    maths.remove_prefix(name.empty() ? std::min<std::size_t>(2, maths.size()) : end);
    if ((name == "hat" || name == "bar") && !maths.empty()) {
      const std::string letter(takeArgument(maths));
      add(letter + (name == "hat" ? "\u0302" : "\u0304"), true, script);
      return;
    }
    if (name == "text" && !maths.empty()) {
      add(takeArgument(maths), false, script);
      return;
    }
    if (name == "frac" && !maths.empty()) {
      readOperand(takeArgument(maths), script);
      add("/", false, script);
      if (!maths.empty())
        readOperand(takeArgument(maths), script);
      return;
    }
    if ((name == "mathbb" || name == "mathrm" || name == "mathcal") && !maths.empty()) {
      const std::string_view letter = takeArgument(maths);
      add(name == "mathbb" && letter == "R" ? "ℝ" : letter, false, script);
      return;
    }
    const auto known = std::find_if(kCommands.begin(), kCommands.end(),
                                    [name](const Command& c) { return c.name == name; });
    if (known == kCommands.end())
      add(name, false, script);
    else
      add(known->text, known->italic, script);
  }

  /// One side of a fraction on one line, in brackets unless it is a single sign.
  void readOperand(std::string_view operand, Script script) {
    const bool isSingle = !operand.empty() && characterLength(operand) == operand.size();
    if (!isSingle)
      add("(", false, script);
    read(operand, script);
    if (!isSingle)
      add(")", false, script);
  }

  void add(std::string_view text, bool italic, Script script) {
    if (!m_runs.empty() && m_runs.back().italic == italic && m_runs.back().script == script)
      m_runs.back().text += text;
    else
      m_runs.push_back({std::string(text), italic, script});
  }

  std::vector<InlineRun>& m_runs;
};

void addPlain(std::vector<InlineRun>& runs, std::string_view text) {
  if (text.empty())
    return;
  if (!runs.empty() && !runs.back().italic && runs.back().script == Script::Base)
    runs.back().text += text;
  else
    runs.push_back({std::string(text)});
}

}  // namespace

std::vector<InlineRun> parseInline(std::string_view label) {
  std::vector<InlineRun> runs;
  while (!label.empty()) {
    const std::size_t dollar = label.find('$');
    if (dollar != std::string_view::npos && dollar > 0 && label[dollar - 1] == '\\') {
      addPlain(runs, label.substr(0, dollar - 1));
      addPlain(runs, "$");
      label.remove_prefix(dollar + 1);
      continue;
    }
    const std::size_t close =
        dollar == std::string_view::npos ? dollar : label.find('$', dollar + 1);
    if (close == std::string_view::npos) {
      addPlain(runs, label);
      break;
    }
    addPlain(runs, label.substr(0, dollar));
    MathsReader(runs).read(label.substr(dollar + 1, close - dollar - 1), Script::Base);
    label.remove_prefix(close + 1);
  }
  return runs;
}

}  // namespace phaseboard::style
