/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UkEquipmentGroup:
 * @id: what settings remember
 * @icon_name: (nullable): symbolic icon
 * @name: for a list; translate it with uk_equipment_group_get_name()
 * @is_room: not a thing that one owns but a place: a wall, room on the floor
 * @members: (array zero-terminated=1): the equipment ids of routines that it stands for
 *
 * Something that a person may have or lack, as it is asked for in one line.
 */
typedef struct {
  const char *id;
  const char *icon_name;
  const char *name;
  gboolean is_room;
  const char *members[5];
} UkEquipmentGroup;

const char *uk_equipment_get_name (const char *id);
guint uk_equipment_get_n_groups (void);
const UkEquipmentGroup *uk_equipment_get_group (guint index);
const UkEquipmentGroup *uk_equipment_find_group (const char *equipment);
const char *uk_equipment_group_get_name (const UkEquipmentGroup *group);
char *uk_equipment_describe (const char *const *equipment);

G_END_DECLS
