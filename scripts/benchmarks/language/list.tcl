proc main {} {
    set l {}
    set x 12345
    for {set i 1} {$i <= 1000000} {incr i} {
        set x [expr {($x * 1103515245 + 12345) % 2147483648}]
        lappend l $x
    }
    set l [lsort -integer $l]
    puts "[lindex $l 0] [lindex $l 500000] [lindex $l end]"
}
main
