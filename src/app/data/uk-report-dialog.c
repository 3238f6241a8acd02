/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/data/uk-report-dialog.h"

#include "app/body/uk-chart-store.h"
#include "app/data/uk-report-preview.h"
#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-describe.h"
#include "core/exchange/uk-backup.h"

#include <glib/gi18n.h>
#include <locale.h>

#define DAY_SECONDS (24 * 60 * 60)

/* As the list of the dialog has them; 0: everything. */
static const int range_days[] = { 14, 30, 91, 365, 0 };

struct _UkReportDialog {
  AdwWindow parent_instance;

  const UkContext *context;   /* of the application */
  GDateTime *now;             /* owned */
  UkReport *report;           /* owned, nullable */
  PangoFontDescription *font; /* owned */
  GPtrArray *checks;          /* list of GtkCheckButton, children: one for each knot */

  /* of the template */
  AdwToastOverlay *toasts;
  UkReportPreview *preview;
  AdwComboRow *range;
  AdwComboRow *paper;
  AdwEntryRow *name;
  AdwExpanderRow *knots;
  GtkSwitch *body;
  GtkSwitch *plot;
  GtkSwitch *tried;
  GtkSwitch *notes;
};

G_DEFINE_FINAL_TYPE (UkReportDialog, uk_report_dialog, ADW_TYPE_WINDOW)

static void
tell (UkReportDialog *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* ---- what is wanted ---- */

static UkReportParts
get_parts (UkReportDialog *self)
{
  return (gtk_switch_get_active (self->body) ? UK_REPORT_BODY : 0)
         | (gtk_switch_get_active (self->plot) ? UK_REPORT_PLOT : 0)
         | (gtk_switch_get_active (self->tried) ? UK_REPORT_TRIED : 0)
         | (gtk_switch_get_active (self->notes) ? UK_REPORT_NOTES : 0);
}

static GPtrArray *
list_wanted (UkReportDialog *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  guint i;

  for (i = 0; i < self->checks->len; i++) {
    GtkCheckButton *check = g_ptr_array_index (self->checks, i);

    if (gtk_check_button_get_active (check))
      g_ptr_array_add (ids, g_object_get_data (G_OBJECT (check), "knot"));
  }
  return ids;
}

/* When everything began. */
static gint64
find_first (UkReportDialog *self)
{
  g_autoptr (GPtrArray) knots = uk_store_list_knots (self->context->store, NULL);
  gint64 first = g_date_time_to_unix (self->now);
  guint i;

  for (i = 0; knots != NULL && i < knots->len; i++)
    first = MIN (first, ((const UkKnot *)g_ptr_array_index (knots, i))->opened);
  return first;
}

static UkPaper
get_paper (UkReportDialog *self)
{
  return adw_combo_row_get_selected (self->paper) == 1 ? UK_PAPER_LETTER : UK_PAPER_A4;
}

static UkReportPainter
get_painter (UkReportDialog *self)
{
  UkReportPainter painter
      = { .report = self->report, .charts = uk_chart_store_get_charts (), .font = self->font };

  uk_paper_get_size (get_paper (self), &painter.width, &painter.height);
  return painter;
}

static void
update (UkReportDialog *self)
{
  const guint selected
      = MIN (adw_combo_row_get_selected (self->range), G_N_ELEMENTS (range_days) - 1);
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GError) error = NULL;
  UkReportOptions options = { 0 };
  UkReportPainter painter;
  UkReport *report;

  if (self->context == NULL)
    return;
  wanted = list_wanted (self);
  options.until = g_date_time_to_unix (self->now);
  options.from = range_days[selected] > 0
                     ? options.until - (gint64)range_days[selected] * DAY_SECONDS
                     : find_first (self);
  options.parts = get_parts (self);
  options.knots = wanted;
  options.name = (char *)gtk_editable_get_text (GTK_EDITABLE (self->name));
  report = uk_report_load (self->context->store, self->context->catalogue, &options, self->now,
                           &error);
  if (report == NULL) {
    tell (self, error->message);
    return;
  }
  uk_report_free (self->report);
  self->report = report;
  painter = get_painter (self);
  uk_report_preview_show (self->preview, &painter);
}

/* ---- into a file ---- */

/* @file: where the PDF goes */
void
uk_report_dialog_save (UkReportDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  UkReportPainter painter;

  g_return_if_fail (UK_IS_REPORT_DIALOG (self) && G_IS_FILE (file));

  painter = get_painter (self);
  if (uk_report_write_pdf (&painter, file, &error))
    tell (self, _ ("The page is saved"));
  else
    tell (self, error->message);
}

static void
save_answered_cb (GtkNativeDialog *chooser, int response, UkReportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

    if (file != NULL)
      uk_report_dialog_save (self, file);
  }
  g_object_unref (chooser);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkReportDialog *self = UK_REPORT_DIALOG (widget);
  g_autofree char *file = uk_backup_suggest_name (".pdf", self->now);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Save the page for the doctor"), GTK_WINDOW (widget),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_answered_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- to the printer ---- */

/* Paper is what the person chooses in the print dialog, so all is measured anew. */
static UkReportPainter
get_print_painter (UkReportDialog *self, GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  UkReportPainter painter = get_painter (self);

  painter.width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  painter.height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  return painter;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, UkReportDialog *self)
{
  const UkReportPainter painter = get_print_painter (self, context);

  gtk_print_operation_set_n_pages (
      operation,
      (int)uk_report_paint (&painter, gtk_print_context_get_cairo_context (context), G_MAXUINT));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              UkReportDialog *self)
{
  const UkReportPainter painter = get_print_painter (self, context);

  uk_report_paint (&painter, gtk_print_context_get_cairo_context (context), (guint)page);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkReportDialog *self = UK_REPORT_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  GtkPaperSize *size = gtk_paper_size_new (
      get_paper (self) == UK_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, _ ("Sore muscle knots"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (widget), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell (self, error->message);
}

/* ---- object ---- */

static void
add_knots (UkReportDialog *self)
{
  g_autoptr (GPtrArray) knots = uk_store_list_knots (self->context->store, NULL);
  guint i;

  for (i = 0; knots != NULL && i < knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);
    const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, knot->region);
    g_autofree char *place
        = region != NULL ? uk_region_describe (region, knot->side) : g_strdup (knot->region);
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *check = gtk_check_button_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
    g_object_set_data_full (G_OBJECT (check), "knot", g_strdup (knot->id), g_free);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    adw_expander_row_add_row (self->knots, row);
    g_ptr_array_add (self->checks, check);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->knots), self->checks->len > 1);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_REPORT_DIALOG);
  G_OBJECT_CLASS (uk_report_dialog_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkReportDialog *self = UK_REPORT_DIALOG (object);

  uk_report_free (self->report);
  g_date_time_unref (self->now);
  pango_font_description_free (self->font);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (uk_report_dialog_parent_class)->finalize (object);
}

static void
uk_report_dialog_class_init (UkReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  g_type_ensure (UK_TYPE_REPORT_PREVIEW);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/data/uk-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, range);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, knots);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, body);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, plot);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, tried);
  gtk_widget_class_bind_template_child (widget_class, UkReportDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
uk_report_dialog_init (UkReportDialog *self)
{
  self->now = g_date_time_new_now_local ();
  self->font = pango_font_description_from_string ("Cantarell, sans-serif");
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_entry_row (self->name);
}

/* @context: with a store */
GtkWidget *
uk_report_dialog_new (const UkContext *context)
{
  UkReportDialog *self;

  g_return_val_if_fail (context != NULL && context->store != NULL, NULL);

  self = g_object_new (UK_TYPE_REPORT_DIALOG, NULL);
  adw_combo_row_set_selected (self->range, 1);
  adw_combo_row_set_selected (
      self->paper, uk_paper_get_default (setlocale (LC_ALL, NULL)) == UK_PAPER_LETTER ? 1 : 0);
  self->context = context;
  add_knots (self);
  update (self);
  return GTK_WIDGET (self);
}
