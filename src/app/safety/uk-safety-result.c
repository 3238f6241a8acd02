/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-safety-result.h"

#include "app/widgets/uk-widget.h"
#include "core/safety/uk-emergency.h"

#include <glib/gi18n.h>
#include <locale.h>

struct _UkSafetyResult {
  GtkWidget parent_instance;

  /* of the template */
  GtkLabel *title;
  GtkWidget *note;
  GtkImage *icon;
  GtkLabel *text;
  GtkBox *advices;
  GtkLabel *consequence;
};

G_DEFINE_FINAL_TYPE (UkSafetyResult, uk_safety_result, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SAFETY_RESULT);
  G_OBJECT_CLASS (uk_safety_result_parent_class)->dispose (object);
}

static void
uk_safety_result_class_init (UkSafetyResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-safety-result.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSafetyResult, title);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyResult, note);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyResult, icon);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyResult, text);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyResult, advices);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyResult, consequence);
}

static void
uk_safety_result_init (UkSafetyResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_advice (UkSafetyResult *self, const char *heading, const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (heading != NULL) {
    g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>\n%s", heading, text != NULL ? text : "");

    gtk_label_set_markup (GTK_LABEL (label), g_strchomp (markup));
  } else {
    gtk_label_set_label (GTK_LABEL (label), text);
  }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (self->advices, label);
}

/* Whom to call where the user's settings say that the user is. */
static void
add_emergency_number (UkSafetyResult *self)
{
  const char *territory;
  const char *number = uk_emergency_find_number (setlocale (LC_MEASUREMENT, NULL), &territory);
  g_autofree char *text = NULL;

  if (number == NULL)
    return;
  /* Translators: a country, such as DE, and whom to call there. */
  text = g_strdup_printf (_ ("Emergency number (%s): %s"), territory, number);
  add_advice (self, text, NULL);
}

/* Several signs may share one advice. */
static void
add_sign_advices (UkSafetyResult *self, GPtrArray *signs)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  guint i;

  for (i = 0; i < signs->len; i++) {
    const UkQuestion *sign = g_ptr_array_index (signs, i);

    if (sign->advice == NULL || g_ptr_array_find_with_equal_func (said, sign->advice, g_str_equal, NULL))
      continue;
    g_ptr_array_add (said, (gpointer)sign->advice);
    add_advice (self, NULL, sign->advice);
  }
}

static void
add_condition_notes (UkSafetyResult *self, UkSafetyBook *book)
{
  g_autoptr (GPtrArray) conditions = uk_safety_list_conditions (uk_safety_book_get_catalogue (book),
                                                                uk_safety_book_get_answers (book));
  guint i;

  for (i = 0; i < conditions->len; i++) {
    const UkCondition *condition = g_ptr_array_index (conditions, i);

    add_advice (self, condition->name, condition->note);
  }
}

static gboolean
blocks_everywhere (GPtrArray *signs)
{
  guint i;

  for (i = 0; i < signs->len; i++) {
    if (((const UkQuestion *)g_ptr_array_index (signs, i))->blocks_all)
      return TRUE;
  }
  return FALSE;
}

/* Returns: (nullable): what the program does, translated; @everywhere: not just at the place */
const char *
uk_safety_get_consequence (UkUrgency urgency, gboolean everywhere)
{
  switch (urgency) {
  case UK_URGENCY_NOW:
    return _ ("Unknot opens no routine now. From tomorrow on you can tell that you were seen.");
  case UK_URGENCY_TODAY:
    return everywhere ? _ ("Unknot opens no routine until you have been seen.")
                      : _ ("Unknot opens no routine for this place until you have been seen.");
  case UK_URGENCY_SOON:
    return _ ("What stays open: gentle movement, breathing, posture and easy walking. Ball, roller, cane, warmth "
              "and jumps wait until then.");
  case UK_URGENCY_CARE:
    return _ ("What does not suit stays in the lists, with the reason.");
  case UK_URGENCY_GO:
  default:
    return NULL;
  }
}

/* @region: (nullable): the place that the questions were asked for */
void
uk_safety_result_show (UkSafetyResult *self, UkSafetyBook *book, const char *region)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();
  const UkOutcome *outcome;
  const char *consequence;
  UkUrgency urgency;
  GtkWidget *child;

  g_return_if_fail (UK_IS_SAFETY_RESULT (self) && UK_IS_SAFETY_BOOK (book));

  urgency = uk_safety_book_get_urgency (book, region, signs);
  outcome = uk_catalogue_get_outcome (uk_safety_book_get_catalogue (book), urgency);
  consequence = uk_safety_get_consequence (urgency, blocks_everywhere (signs));
  gtk_label_set_label (self->title, outcome != NULL ? outcome->title : "");
  gtk_label_set_label (self->text, outcome != NULL ? outcome->text : "");
  gtk_label_set_label (self->consequence, consequence != NULL ? consequence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->consequence), consequence != NULL);

  if (urgency >= UK_URGENCY_CARE)
    gtk_widget_add_css_class (self->note, "calm");
  else
    gtk_widget_remove_css_class (self->note, "calm");
  gtk_image_set_from_icon_name (self->icon, urgency >= UK_URGENCY_CARE ? "object-select-symbolic"
                                                                       : "dialog-warning-symbolic");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->advices))) != NULL)
    gtk_box_remove (self->advices, child);
  if (urgency == UK_URGENCY_NOW)
    add_emergency_number (self);
  add_sign_advices (self, signs);
  if (urgency >= UK_URGENCY_SOON)
    add_condition_notes (self, book);
  gtk_widget_set_visible (GTK_WIDGET (self->advices),
                          gtk_widget_get_first_child (GTK_WIDGET (self->advices)) != NULL);
}
