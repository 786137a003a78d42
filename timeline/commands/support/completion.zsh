#compdef timeline
# Completion of timeline in zsh: timeline itself says what may stand there.
_timeline() {
    local -a replies words_ lines_ whole open whole_lines open_lines
    local reply typed=${(Q)PREFIX}
    replies=("${(@f)$(_TIMELINE_COMPLETE=zsh ${~words[1]} "$COLUMNS" "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null)}")
    if [[ $replies[1] == files ]]; then
        _files
        return
    fi
    local common=1
    for reply in "${(@)replies[2,-1]}"; do
        [[ ${reply%%$'\t'*} == "$typed"* ]] || common=0
        if [[ ${reply%%$'\t'*} == *[:=\<\>] ]]; then
            open+=("${reply%%$'\t'*}") open_lines+=("${reply#*$'\t'}")
        else
            whole+=("${reply%%$'\t'*}") whole_lines+=("${reply#*$'\t'}")
        fi
    done
    (( ${#open} + ${#whole} )) || return 1
    (( ${#open} )) && compadd -U -l -S '' -d open_lines -a open
    (( ${#whole} )) && compadd -U -l -d whole_lines -a whole
    if (( ${#open} + ${#whole} > 1 && ! common )); then
        compstate[insert]= compstate[list]='list force'  # else what is typed would be taken back
    fi
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _timeline "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _timeline timeline
fi
