// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <QColor>

/// How everything we draw looks: colours, type and icons. The one source of truth; figures, their
/// CSS and the windows all read it.
namespace phaseboard::style {

enum class ThemeName { Light, Dark };
inline constexpr std::array kThemes{ThemeName::Light, ThemeName::Dark};

/// What a part is. Each role is also a CSS class with the name of `className`.
enum class Role {
  Service,
  Process,
  Store,
  Model,
  Queue,
  Data,
  Metric,
  Policy,
  Tensor,
  Actor,
  External,
  Note,
};
inline constexpr std::array kRoles{Role::Service, Role::Process, Role::Store,    Role::Model,
                                   Role::Queue,   Role::Data,    Role::Metric,   Role::Policy,
                                   Role::Tensor,  Role::Actor,   Role::External, Role::Note};

struct RoleColours {
  QColor ink;     ///< icons, lines and coloured words
  QColor tile;    ///< behind icons, caps of shapes, filled cells
  QColor body;    ///< the tinted inside of a shape
  QColor border;  ///< its outline
  QColor onInk;   ///< text and icons that stand on `ink`
};

/// Colours without a role.
enum class Neutral {
  Canvas,      ///< behind everything
  Ink,         ///< titles and body text
  Muted,       ///< secondary text
  Axis,        ///< axes and ticks
  Rule,        ///< hairlines, grids
  Card,        ///< the inside of an untinted shape
  CardBorder,  ///< its outline when no role gives one
  Shadow,      ///< painted at 3.5 % (light) or 16 % (dark), three times
  Badge,       ///< step badges
  OnBadge,     ///< the number in them
};

/// How a connection looks. Each is also a CSS class.
enum class Wire { Flow, Async, Batch, Train, Feedback, Control, Ref };
inline constexpr std::array kWires{Wire::Flow,     Wire::Async,   Wire::Batch, Wire::Train,
                                   Wire::Feedback, Wire::Control, Wire::Ref};

struct WireStyle {
  QColor colour;
  double width = 1.7;        ///< units
  std::vector<double> dash;  ///< units, on and off in turn; empty is solid
};

/// What a group of parts is. Each is also a CSS class.
enum class Lane { Offline, Online, Training, Monitor, Neutral, Risk };
inline constexpr std::array kLanes{Lane::Offline, Lane::Online,  Lane::Training,
                                   Lane::Monitor, Lane::Neutral, Lane::Risk};

struct LaneColours {
  QColor fill;
  QColor border;
  QColor title;
};

/// Colours of the windows, from the same palette.
struct ApplicationColours {
  QColor window;        ///< behind panels
  QColor sidebar;       ///< navigation
  QColor card;          ///< panels, editors, tables
  QColor cardBorder;    ///< hairline around them
  QColor hover;         ///< under the pointer
  QColor pressed;       ///< while held
  QColor selection;     ///< chosen rows, selected text
  QColor onSelection;   ///< text on it
  QColor text;          ///< body text
  QColor mutedText;     ///< secondary text
  QColor disabledText;  ///< not available; 3:1 at least
  QColor accent;        ///< primary buttons, links
  QColor accentHover;   ///< under the pointer
  QColor accentSoft;    ///< tinted background of an accent
  QColor onAccent;      ///< text on `accent`
  QColor focusRing;     ///< 2 units around the focused control
  QColor good;          ///< as text or icon
  QColor goodSoft;      ///< as background
  QColor warn;
  QColor warnSoft;
  QColor bad;
  QColor badSoft;
  QColor shadow;  ///< with its alpha
};

[[nodiscard]] RoleColours colours(ThemeName theme, Role role);
[[nodiscard]] QColor colour(ThemeName theme, Neutral neutral);
[[nodiscard]] WireStyle wireStyle(ThemeName theme, Wire wire);
[[nodiscard]] LaneColours colours(ThemeName theme, Lane lane);
[[nodiscard]] ApplicationColours applicationColours(ThemeName theme);

/// "service", "flow", "online": the words authors write and the classes in the SVG.
[[nodiscard]] std::string_view className(Role role);
[[nodiscard]] std::string_view className(Wire wire);
[[nodiscard]] std::string_view className(Lane lane);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view word);
[[nodiscard]] std::optional<Wire> wireNamed(std::string_view word);
[[nodiscard]] std::optional<Lane> laneNamed(std::string_view word);

/// What a legend says about a wire: "request / data flow".
[[nodiscard]] std::string_view meaning(Wire wire);

/// `share` (0 to 1) of `over` on `under`, opaque. Dimming mixes with the canvas this way.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double share);

/// WCAG contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace phaseboard::style
