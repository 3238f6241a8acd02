# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for unknot and unknotctl

# Ids of regions or of routines that begin as what is typed.
_unknot_ids() {
  COMPREPLY=($(compgen -W "$(unknotctl find --all 2>/dev/null | sed -n "s|^unknot:$1/\([^?	]*\).*|\1|p")" -- "$2"))
}

_unknot() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # “=” ends a word for bash.
  [ "$cur" != = ] || cur=
  [ "$prev" != = ] || prev=${COMP_WORDS[COMP_CWORD - 2]}
  case $prev in
    --region | -r) _unknot_ids region "$cur" ;;
    --start | -s) _unknot_ids routine "$cur" ;;
    --side) COMPREPLY=($(compgen -W "left right" -- "$cur")) ;;
    *)
      case $cur in
        -*) COMPREPLY=($(compgen -W "--region --start --side --quick --version --help" -- "$cur")) ;;
        *) COMPREPLY=($(compgen -f -- "$cur")) ;;
      esac
      ;;
  esac
}

_unknotctl() {
  local cur=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]:-} sub=${COMP_WORDS[2]:-}
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "backup chart check export find history import log pose reminder report restore
      routine stats --help --version" -- "$cur"))
    return
  fi
  case $command:$COMP_CWORD in
    chart:2) COMPREPLY=($(compgen -W "show sheet cutouts" -- "$cur")) ;;
    pose:2) COMPREPLY=($(compgen -W "show sheet check animate" -- "$cur")) ;;
    reminder:2) COMPREPLY=($(compgen -W "list next history add remove pause export" -- "$cur")) ;;
    routine:2) COMPREPLY=($(compgen -W "list import export" -- "$cur")) ;;
    find:2) COMPREPLY=($(compgen -W "--all" -- "$cur")) ;;
    log:2) _unknot_ids region "$cur" ;;
    history:2) COMPREPLY=($(compgen -W "--json --limit" -- "$cur")) ;;
    stats:2) COMPREPLY=($(compgen -W "--json" -- "$cur")) ;;
    reminder:3)
      case $sub in
        add) _unknot_ids routine "$cur" ;;
        pause) COMPREPLY=($(compgen -W "30 60 120 on off" -- "$cur")) ;;
        list | next | history) COMPREPLY=($(compgen -W "--json" -- "$cur")) ;;
      esac
      ;;
    reminder:*) [ "$sub" != add ] || COMPREPLY=($(compgen -W "--days --at" -- "$cur")) ;;
    routine:3)
      case $sub in
        export) _unknot_ids routine "$cur" ;;
        *) COMPREPLY=($(compgen -f -- "$cur")) ;;
      esac
      ;;
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}

complete -F _unknot unknot
complete -F _unknotctl unknotctl
