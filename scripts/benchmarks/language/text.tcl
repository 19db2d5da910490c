proc main {} {
    set t ""
    for {set i 1} {$i <= 1000000} {incr i} {
        append t "baris $i\n"
    }
    puts [string length $t]
}
main
