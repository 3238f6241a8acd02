# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for unknot and unknotctl

function __unknot_ids
    unknotctl find --all 2>/dev/null | string replace --filter --regex "^unknot:$argv[1]/([^?\t]*).*\t" '$1\t'
end

complete -c unknot -s r -l region -x -a '(__unknot_ids region)' -d 'Open a place of the body'
complete -c unknot -s s -l start -x -a '(__unknot_ids routine)' -d 'Start a routine'
complete -c unknot -l side -x -a 'left right' -d 'Which side'
complete -c unknot -s q -l quick -d 'A minute for the sorest place'
complete -c unknot -l version -d 'Print the version'
complete -c unknot -s h -l help -d 'Print the options'

complete -c unknotctl -n __fish_use_subcommand -f \
    -a 'backup chart check export find history import log pose reminder report restore routine stats'
complete -c unknotctl -n '__fish_seen_subcommand_from chart' -f -a 'show sheet cutouts'
complete -c unknotctl -n '__fish_seen_subcommand_from pose' -f -a 'show sheet check animate'
complete -c unknotctl -n '__fish_seen_subcommand_from reminder' -f -a 'list next history add remove pause export'
complete -c unknotctl -n '__fish_seen_subcommand_from routine' -f -a 'list import export'
complete -c unknotctl -n '__fish_seen_subcommand_from add' -f -a '(__unknot_ids routine)'
complete -c unknotctl -n '__fish_seen_subcommand_from export' -f -a '(__unknot_ids routine)'
complete -c unknotctl -n '__fish_seen_subcommand_from log' -f -a '(__unknot_ids region)'
complete -c unknotctl -n '__fish_seen_subcommand_from find' -l all -d 'All that there is'
complete -c unknotctl -n '__fish_seen_subcommand_from stats list next history' -l json -d 'As JSON'
