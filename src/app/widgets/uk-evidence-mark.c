/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-evidence-mark.h"

#include <glib/gi18n.h>

#define N_BARS 3
#define BAR_WIDTH 4
#define BAR_GAP 2
#define BARS_WIDTH (N_BARS * BAR_WIDTH + (N_BARS - 1) * BAR_GAP)
#define BARS_HEIGHT 11

struct _UkEvidenceMark {
  GtkWidget parent_instance;

  GtkWidget *bars;  /* owned */
  GtkWidget *label; /* owned */
  UkEvidence evidence;
};

G_DEFINE_FINAL_TYPE (UkEvidenceMark, uk_evidence_mark, GTK_TYPE_WIDGET)

static int
count_bars (UkEvidence evidence)
{
  switch (evidence) {
  case UK_EVIDENCE_GOOD:
    return 3;
  case UK_EVIDENCE_SOME:
    return 2;
  case UK_EVIDENCE_WEAK:
    return 1;
  case UK_EVIDENCE_TRADITION:
  default:
    return 0;
  }
}

static const char *
explain (UkEvidence evidence)
{
  switch (evidence) {
  case UK_EVIDENCE_GOOD:
    return _ ("Several good trials or a guideline support it");
  case UK_EVIDENCE_SOME:
    return _ ("Some trials support it, with low certainty or on a related complaint");
  case UK_EVIDENCE_WEAK:
    return _ ("A single trial or what is known of the body speaks for it");
  case UK_EVIDENCE_TRADITION:
  default:
    return _ ("Custom and experience; hardly studied");
  }
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  UkEvidenceMark *self = data;
  GdkRGBA color;
  int i, filled = count_bars (self->evidence);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  for (i = 0; i < N_BARS; i++) {
    double bar = BARS_HEIGHT * (i + 1.5) / (N_BARS + 0.5);

    color.alpha = i < filled ? 0.85f : 0.2f;
    gdk_cairo_set_source_rgba (cr, &color);
    cairo_rectangle (cr, i * (BAR_WIDTH + BAR_GAP), height - bar, BAR_WIDTH, bar);
    cairo_fill (cr);
  }
}

static void
dispose (GObject *object)
{
  UkEvidenceMark *self = UK_EVIDENCE_MARK (object);

  g_clear_pointer (&self->bars, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (uk_evidence_mark_parent_class)->dispose (object);
}

static void
uk_evidence_mark_class_init (UkEvidenceMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidence");
}

static void
uk_evidence_mark_init (UkEvidenceMark *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->bars = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->bars), BARS_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bars), BARS_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bars), draw_cb, self, NULL);
  gtk_widget_set_valign (self->bars, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->bars, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "dim");
  gtk_widget_add_css_class (self->label, "small");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  uk_evidence_mark_set_evidence (self, UK_EVIDENCE_TRADITION);
}

GtkWidget *
uk_evidence_mark_new (void)
{
  return g_object_new (UK_TYPE_EVIDENCE_MARK, NULL);
}

void
uk_evidence_mark_set_evidence (UkEvidenceMark *self, UkEvidence evidence)
{
  g_return_if_fail (UK_IS_EVIDENCE_MARK (self));

  self->evidence = evidence;
  gtk_label_set_label (GTK_LABEL (self->label), uk_evidence_get_name (evidence));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), explain (evidence));
  gtk_widget_queue_draw (self->bars);
}
