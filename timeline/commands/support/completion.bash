# Completion of timeline in bash: timeline itself says what may stand there.
_timeline() {
    local kind reply program=${1/#\~\//$HOME/}
    COMPREPLY=()
    {
        read -r kind
        while IFS= read -r reply; do COMPREPLY+=("$reply"); done
    } < <(_TIMELINE_COMPLETE=bash "$program" "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" \
        "$COMP_TYPE" "$COLUMNS" 2>/dev/null)
    if [[ $kind == files ]]; then
        compopt -o default
    elif [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *[:=\<\>] ]]; then
        compopt -o nospace
    fi 2>/dev/null
}
complete -F _timeline timeline
