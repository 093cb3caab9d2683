import CasusExport
import CasusModel
import Testing

/// What each format makes of the example, to the byte.
@Suite struct GoldenTests {
  @Test func csv() throws {
    let files = try Example.export("csv").files
    #expect(files.map(\.name) == ["nodes.csv", "edges.csv", "events.csv"])
    #expect(
      files[0].content.lines == [
        "Id,Label,Kind,Parent", "ARV,Arvenia,state,", "ARV.MIL,Arvenian army,government,ARV",
        "BEL,Belmora,state,",
      ])
    #expect(
      files[1].content.lines == [
        "Source,Target,Type,Id,Label,timeset,Weight,Category,Kind,Undated",
        "ARV,BEL,Directed,event:SANCTION:ARV:BEL,sanctions,"
          + "\"<[2031-07-01, 2031-07-31]>\",1,event,SANCTION,0",
        "ARV,BEL,Undirected,event:CONSULT:ARV:BEL,consult,,1,event,CONSULT,1",
        "ARV.MIL,BEL,Directed,event:ASSAULT:ARV.MIL:BEL,assault,"
          + "\"<[2031-08-02, 2031-08-04]>\",1,event,ASSAULT,0",
        "ARV,BEL,Undirected,relation:war:ARV:BEL,war,"
          + "\"<[2031-08-02, Infinity]>\",1,relation,war,0",
      ])
    #expect(
      files[2].content.lines[1]
        == "e1,2031-07,2031-07-01,2031-07-31,relative,SANCTION,cut-relations,material-conflict,-7.0,"
        + "ARV,BEL,,hubungan,,occurred,false,0.9,1,Arvenia memutuskan hubungan,BEL,"
        + "Arvenia Putuskan Hubungan,Harian Contoh,2031-08-05,https://contoh.example/1,"
        + "Arvenia cuts relations with Belmora (hubungan)")
    #expect(
      files[2].content.lines[4].hasPrefix(
        "e3,,,,none,CONSULT,,verbal-cooperation,0.0,BEL,ARV,mediator=DOR,"))
    #expect(files[2].content.lines.count == 5)
  }

  @Test func dot() throws {
    #expect(
      try Example.export("dot").files[0].content == """
        digraph casus {
          label="Arvenia and Belmora";
          "ARV" [label="Arvenia"];
          "ARV.MIL" [label="Arvenian army"];
          "BEL" [label="Belmora"];
          "ARV" -> "BEL" [label="1", weight=1];
          "ARV" -> "BEL" [label="1", weight=1, dir=none];
          "ARV.MIL" -> "BEL" [label="1", weight=1];
        }

        """)
  }

  @Test func mermaid() throws {
    #expect(
      try Example.export("mermaid").files[0].content == """
        timeline
            title Arvenia and Belmora
            section 2031
                2031-07 : Arvenia cuts relations with Belmora #40;hubungan#41;
                2031-08-02/2031-08-04 : Arvenian army assault Belmora #91;contested#93;
                2031-09~ : Arvenia mobilize
            section no date
                no date : Belmora consult Arvenia #91;planned#93;

        """)
  }

  @Test func timelineJS() throws {
    let export = try Example.export("timelinejs")
    #expect(export.notes == ["Left out for want of a date: 1 of 4 events."])
    #expect(
      export.files[0].content == #"""
        {"title": {"text": {"headline": "Arvenia and Belmora"}}, "events": [{"start_date": {"year": 2031, "month": 7}, "text": {"headline": "Arvenia cuts relations with Belmora (hubungan)", "text": "<blockquote>Arvenia memutuskan hubungan</blockquote><p><a href=\"https://contoh.example/1\">Harian Contoh, 2031-08-05</a></p>"}, "group": "Arvenia", "unique_id": "e1"}, {"start_date": {"year": 2031, "month": 8, "day": 2}, "end_date": {"year": 2031, "month": 8, "day": 4}, "display_date": "2031-08-02/2031-08-04", "text": {"headline": "Arvenian army assault Belmora [contested]", "text": "<blockquote>Arvenia menembaki Belmora</blockquote><p><a href=\"https://contoh.example/1\">Harian Contoh, 2031-08-05</a></p><blockquote>tidak menembaki</blockquote><p><a href=\"https://contoh.example/1\">Harian Contoh, 2031-08-05</a></p>"}, "group": "Arvenian army", "unique_id": "e2"}, {"start_date": {"year": 2031, "month": 9}, "display_date": "c. 2031-09", "text": {"headline": "Arvenia mobilize", "text": "<blockquote>memanggil pasukan cadangan</blockquote><p><a href=\"https://contoh.example/1\">Harian Contoh, 2031-08-05</a></p>"}, "group": "Arvenia", "unique_id": "e4"}], "scale": "human"}

        """#)
  }

  @Test func gexf() throws {
    let lines = try Example.export("gexf").files[0].content.lines
    let start = try #require(lines.firstIndex { $0.contains("id=\"event:ASSAULT") })
    #expect(
      lines[start...(start + 10)].joined(separator: "\n") == """
              <edge id="event:ASSAULT:ARV.MIL:BEL" source="ARV.MIL" target="BEL" kind="event:ASSAULT" label="assault" weight="1">
                <attvalues>
                  <attvalue for="category" value="event"/>
                  <attvalue for="type" value="ASSAULT"/>
                  <attvalue for="undated" value="0"/>
                  <attvalue for="symmetric" value="false"/>
                </attvalues>
                <spells>
                  <spell start="2031-08-02" end="2031-08-04"/>
                </spells>
              </edge>
        """)
    #expect(lines.contains { $0.contains("<spell start=\"2031-08-02\"/>") })
  }

  @Test func graphML() throws {
    let lines = try Example.export("graphml").files[0].content.lines
    let start = try #require(lines.firstIndex { $0.contains("<edge id=\"e1:ARV:BEL\"") })
    #expect(
      lines[start...(start + 16)].joined(separator: "\n") == """
            <edge id="e1:ARV:BEL" source="ARV" target="BEL">
              <data key="category">event</data>
              <data key="event">e1</data>
              <data key="type">SANCTION</data>
              <data key="mode">cut-relations</data>
              <data key="edgelabel">cuts relations with</data>
              <data key="date">2031-07</data>
              <data key="firstday">2031-07-01</data>
              <data key="lastday">2031-07-31</data>
              <data key="status">occurred</data>
              <data key="contested">false</data>
              <data key="confidence">0.9</data>
              <data key="evidence">1</data>
              <data key="quote">Arvenia memutuskan hubungan</data>
              <data key="symmetric">false</data>
            </edge>
            <edge id="e2:ARV.MIL:BEL" source="ARV.MIL" target="BEL">
        """)
    #expect(
      lines.contains(
        "    <edge id=\"e3:ARV:BEL\" source=\"ARV\" target=\"BEL\">"))
    #expect(
      lines.contains(
        "    <edge id=\"relation:r1\" source=\"ARV\" target=\"BEL\">"))
  }

  @Test func jsonLines() throws {
    let lines = try Example.export("jsonl").files[0].content.lines
    #expect(lines.count == 1 + 1 + 3 + 4 + 1)
    #expect(
      lines[0]
        == #"{"filter":"Arvenia and Belmora","kind":"graph","matchingEventCount":4,"version":1}"#)
    #expect(
      lines[1]
        == #"{"id":"a1","kind":"article","language":"id","path":"a.txt","published":"2031-08-05","#
        + #""publisher":"Harian Contoh","text":"","title":"Arvenia Putuskan Hubungan","#
        + #""url":"https://contoh.example/1"}"#)
    #expect(
      lines[3]
        == #"{"actorKind":"government","id":"ARV.MIL","kind":"actor","names":{"en":"Arvenian army"},"parent":"ARV"}"#
    )
  }
}

extension String {
  /// The lines without their ends.
  var lines: [String] {
    split { $0 == "\n" || $0 == "\r\n" }.map { String($0) }
  }
}
