// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace phaseboard::ui {

/// Pictures on controls. They are the icons of our figures (diagrams/style), by their use here.
enum class Glyph {
  Today,
  Library,
  Study,
  Review,
  Progress,
  Settings,
  Search,
  Undo,
  Redo,
  Sun,
  Moon,
  Star,
  StarFilled,
  ChevronRight,
  ChevronDown,
  ChevronLeft,
  Check,
  Close,
  Back,
  Forward,
  Plus,
  Minus,
  Fit,
  ZoomIn,
  ZoomOut,
  Play,
  Pause,
  Clock,
  Pencil,
  Eye,
  Columns,
  History,
  Figure,
  Note,
  Part,
  Concept,
  Info,
  Warning,
  Command,
  Flag,
  Scale,
  Hash,
  Chat,
  Question,
  Flame,
  Bell,
  Gauge,
  Bookmark,
  Link,
  Trash,
  Download,
  Refresh,
  Hourglass,
  Trend,
  Heart,
  Bars,
  Brain,
  Hidden,
  Board,
  Pointer,
  Group,
  Kind,
  Tidy,
  List,
  Table,
  Code,
  Image,
};

/// Paints the glyph into `rect` (square) in one colour.
void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& rect, const QColor& colour);

/// An icon that draws itself afresh at every size and resolution, in `colour`; disabled ones are
/// drawn in `disabled`.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor& colour, const QColor& disabled);

}  // namespace phaseboard::ui
