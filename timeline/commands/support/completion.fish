# Completion of timeline in fish: timeline itself says what may stand there.
function __timeline_complete
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    set -l typed (commandline -ct)
    set -l replies (_TIMELINE_COMPLETE=fish $program $words "$typed" 2>/dev/null)
    if test "$replies[1]" = files
        __fish_complete_path "$typed"
    else
        set -e replies[1]
        string join \n -- $replies
    end
end
complete -c timeline -f -a '(__timeline_complete)'
