proc main {} {
    set total 0
    set i 0
    while {$i < 50000000} {
        incr total [expr {$i % 7}]
        incr i
    }
    puts $total
}
main
