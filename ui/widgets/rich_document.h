// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QTextDocument>
#include <QTextObjectInterface>

#include "ui/widgets/look.h"

namespace phaseboard::ui {

/// The outlines of one formula in em, y down, origin on the baseline.
struct FormulaShape {
  QPainterPath path;
  double width = 0;
  double ascent = 0;
  double descent = 0;
};

/// Gives the outlines for a TeX source, or nothing when there are none.
using FormulaSource = std::function<std::optional<FormulaShape>(const QString& tex)>;

/// Paints formulas as outlines, at any resolution and in the colour of the text around them.
class FormulaPainter : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  using QObject::QObject;
  static constexpr int kObjectType = QTextFormat::UserObject + 1;

  /// A format for one more formula that stands in text of `textPixels`.
  [[nodiscard]] QTextCharFormat add(FormulaShape shape, int textPixels);
  void clear() { m_formulas.clear(); }

  QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                  const QTextFormat& format) override;

 private:
  struct Placed {
    FormulaShape shape;
    double em = 16;     ///< pixels
    double halfX = 4;   ///< half the x-height of the text around it, pixels
    double height = 0;  ///< of the box that Qt aligns with the middle of the x-height
  };
  [[nodiscard]] const Placed& placed(const QTextFormat& format) const;

  std::vector<Placed> m_formulas;
};

/// Paints the images of a document: those that the document's provider gives, never wider than the
/// text; for any other an empty frame. In its place Qt would read files by their names.
class ImagePainter : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  using QObject::QObject;
  static constexpr int kFrameWidth = 160;  ///< of an image that is not shown
  static constexpr int kFrameHeight = 48;

  QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                  const QTextFormat& format) override;
};

/// How Markdown is set.
struct RichStyle {
  TextRole role = TextRole::Body;
  QColor link;
  QColor codeBackground;
  int lineHeightPercent = 142;
};

/// A document that reads Markdown with `$TeX$` and never fetches anything.
///
/// HTML in the Markdown is shown as text. Resources are refused unless their scheme is `pack` or
/// `notebook` and a provider for those was set.
class RichDocument : public QTextDocument {
  Q_OBJECT

 public:
  explicit RichDocument(QObject* parent = nullptr);

  using Provider = std::function<QVariant(const QUrl&)>;
  void setProvider(Provider provider) { m_provider = std::move(provider); }

  void setRichText(const QString& markdown, const RichStyle& style, const FormulaSource& formulas);

  /// What an image of the text shows; null when it is refused or not there.
  [[nodiscard]] QImage picture(const QUrl& name);

 protected:
  QVariant loadResource(int type, const QUrl& name) override;

 private:
  void setFormats(const RichStyle& style);
  void placeFormulas(const QStringList& sources, const RichStyle& style,
                     const FormulaSource& formulas);

  FormulaPainter* m_painter;
  ImagePainter* m_images;
  Provider m_provider;
};

/// Markdown with every formula replaced by one character of the private use area, and the sources
/// of the formulas in their order; a source that begins with '$' is set on a line of its own.
/// Dollars in code and after a backslash are left alone, and so is "$5 and $6".
struct ExtractedMaths {
  QString markdown;
  QStringList sources;
};
[[nodiscard]] ExtractedMaths extractMaths(const QString& markdown);

}  // namespace phaseboard::ui
