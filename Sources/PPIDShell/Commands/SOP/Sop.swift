import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let sop = Command(
    "sop", needs: .anything,
    help: Phrase(
      id: "Menampilkan 15 kegiatan SOP: pelaksana, waktu, output, dan tanda Y/T seperti tercetak.",
      en: "Lists the SOP's 15 activities: who, how long, output, and the printed Y/T marks."),
    gives: .table(columns), examples: [Example("sop | saring no == 7 | pilih kegiatan pelaksana ppid")]
  ) { session in
    let rows = try session.engine.workflow.procedure().activities.map { activity -> Value in
      .record(
        Record([
          ("no", .int(activity.number)), ("kegiatan", .text(activity.text)), ("pelaksana", .text(activity.lane.rawValue)),
          ("kelengkapan", .optional(activity.requirements)), ("waktu", .optional(activity.time)),
          ("output", .optional(activity.output)), ("keterangan", .optional(activity.remark)),
          ("ppid", .optional(activity.marks[.ppid])), ("tim_sekretariat", .optional(activity.marks[.secretariat])),
          ("tim_pendukung", .optional(activity.marks[.support])),
        ]))
    }
    return .list(List(rows))
  }

  private static let columns =
    [Column("no", .int)]
    + [
      "kegiatan", "pelaksana", "kelengkapan", "waktu", "output", "keterangan", "ppid", "tim_sekretariat", "tim_pendukung",
    ].map { Column($0, .text) }
}
