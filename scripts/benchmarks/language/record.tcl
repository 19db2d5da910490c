proc main {} {
    set r [dict create nomor 0 jumlah 0 judul Laporan]
    for {set i 1} {$i <= 1000000} {incr i} {
        dict set r nomor $i
        dict incr r jumlah [expr {[dict get $r nomor] % 10}]
    }
    puts "[dict get $r nomor] [dict get $r jumlah] [dict get $r judul]"
}
main
